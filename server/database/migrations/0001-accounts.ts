import { sql, type Kysely } from 'kysely'

/**
 * Networks, people who sign in, and what better-auth needs (its schema, under our names). A sign-in starts before any
 * network is known, so `verifications` and `rate_limits` may have none.
 */
const text = `
create table networks (
  id uuid primary key default gen_random_uuid(),
  network_id uuid generated always as (id) stored,
  name text not null,
  first_advisor_id uuid,
  example_loaded_at timestamptz,
  created_at timestamptz not null default now()
);

create table users (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  is_example boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index users_network on users (network_id);

create table members (
  network_id uuid not null references networks,
  user_id uuid not null references users on delete cascade,
  standing text not null check (standing in ('advisor', 'member')),
  created_at timestamptz not null default now(),
  primary key (network_id, user_id)
);

create table sessions (
  id uuid primary key default gen_random_uuid(),
  network_id uuid references networks,
  user_id uuid not null references users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_user on sessions (user_id);

create table sign_in_methods (
  id uuid primary key default gen_random_uuid(),
  network_id uuid references networks,
  user_id uuid not null references users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table verifications (
  id uuid primary key default gen_random_uuid(),
  network_id uuid references networks,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);
create index verifications_expiry on verifications (expires_at);

create table rate_limits (
  id uuid primary key default gen_random_uuid(),
  network_id uuid references networks,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- better-auth knows nothing of networks: its rows take the one of their user.
create function take_network_of_user() returns trigger language plpgsql as $$
begin
  new.network_id := (select users.network_id from users where users.id = new.user_id);
  return new;
end $$;
create trigger sessions_network before insert on sessions for each row execute function take_network_of_user();
create trigger sign_in_methods_network before insert on sign_in_methods
  for each row execute function take_network_of_user();

create function take_network_of_address() returns trigger language plpgsql as $$
begin
  -- PostgreSQL 15 has no \`is json\`: what cannot be read as an object names no address.
  begin
    new.network_id := (select users.network_id from users where users.email = new.value::json ->> 'email');
  exception when invalid_text_representation or invalid_parameter_value then
    null;
  end;
  return new;
end $$;
create trigger verifications_network before insert on verifications
  for each row execute function take_network_of_address();
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(text).execute(db)
}
