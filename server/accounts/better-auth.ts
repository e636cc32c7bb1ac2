import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins'
import { hashedToken, newToken } from './link-token.ts'
import type { AccountsOptions } from './accounts-options.ts'

const day = 86_400

/**
 * better-auth with the magic link alone: no password, key, provider or organisation, which is where its advisories are.
 * Its own routes are never mounted; `accounts.ts` asks its handler, so that its limits apply.
 */
export function createAuth(
  { baseUrl, secret, accountsDb }: Pick<AccountsOptions, 'baseUrl' | 'secret' | 'accountsDb'>,
  onLink: (email: string, token: string) => void,
) {
  return betterAuth({
    appName: 'Jalon',
    baseURL: baseUrl,
    basePath: '/api/auth',
    trustedOrigins: [new URL(baseUrl).origin],
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: accountsDb, type: 'postgres' },
    advanced: {
      cookiePrefix: 'jalon',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      database: { generateId: 'uuid' },
      // Ours alone: it carries the address of the socket, and no header of the client's reaches it.
      ipAddress: { ipAddressHeaders: ['x-jalon-address'] },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limits',
      fields: { lastRequest: 'last_request' },
      customRules: {
        '/sign-in/magic-link': { window: 600, max: 20 },
        '/magic-link/verify': { window: 60, max: 20 },
      },
    },
    session: {
      modelName: 'sessions',
      expiresIn: 7 * day,
      updateAge: day,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      // Never written by it: people are made by invitations.
      additionalFields: { networkId: { type: 'string', required: true, input: false, fieldName: 'network_id' } },
    },
    account: {
      modelName: 'sign_in_methods',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    // Where and with what somebody signed in is nobody's business here.
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) } },
    },
    plugins: [
      magicLink({
        expiresIn: 15 * 60,
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashedToken(token) },
        generateToken: () => newToken(),
        sendMagicLink: ({ email, token }) => onLink(email, token),
      }),
    ],
  })
}
