import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css'
import '@fontsource-variable/bricolage-grotesque/standard.css'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '#client/app/styles/tokens.css'
import '#client/app/styles/mantine.css'
import '#client/app/styles/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { whenSignedOut } from '#client/app/api.ts'
import { paths } from '#client/app/paths.ts'
import { createQueryClient } from '#client/app/query-client.ts'
import { router } from './router.tsx'
import { theme } from './theme.ts'

const queries = createQueryClient()

// Signed out: to the sign-in page, and back here afterwards. What is unsent waits in this browser, under its account.
whenSignedOut(() => {
  const { pathname, hash } = window.location
  if (pathname.startsWith(paths.signIn)) return
  window.sessionStorage.setItem('jalon:next', `${pathname}${hash}`)
  void router.navigate({ to: paths.signIn })
})

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no #root')
createRoot(container).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
