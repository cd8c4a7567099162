import { type Kysely, sql } from 'kysely'

/** Accounts, municipalities and programmes, and the row-level security that every later table uses. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Roles belong to the cluster, not to the database: on a server with a second such database the
  // role exists already, and an owner who may not create roles needs only to have been granted it.
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'makker_app') then
        create role makker_app nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db)
  await sql`
    do $$ begin
      if not pg_has_role(current_user, 'makker_app', 'set') then
        execute format('grant makker_app to %I', current_user);
      end if;
    end $$`.execute(db)
  await sql`alter default privileges in schema public
    grant select, insert, update, delete on tables to makker_app`.execute(db)
  await sql`grant usage on schema public to makker_app`.execute(db)

  await sql`
    create function in_scope(owner text) returns boolean language sql stable as $$
      select current_setting('app.municipality', true) in ('*', owner)
    $$`.execute(db)
  await sql`comment on function in_scope is
    'True when the transaction acts for the municipality that owns the row, or for all (*). Unset means no rows: closed by default.'`.execute(
    db,
  )

  await sql`create table municipality (code text primary key check (code ~ '^[0-9]{4}$'), name text not null)`.execute(
    db,
  )
  await sql`comment on table municipality is 'The 98 Danish municipalities by kommunekode; 0411 Christiansø is not one.'`.execute(
    db,
  )
  await sql`insert into municipality (code, name)
    select split_part(entry, ' ', 1), substr(entry, 6)
    from unnest(string_to_array(${municipalities}, ',')) as entry`.execute(db)

  await sql`create type account_role as enum ('administrator', 'coordinator')`.execute(db)
  await sql`
    create table account (
      id uuid primary key default uuidv7(),
      email text not null,
      name text not null,
      role account_role not null,
      municipality text references municipality (code),
      locale text not null,
      password text,
      session_epoch integer not null default 0,
      created_at timestamptz not null,
      disabled_at timestamptz,
      check ((role = 'coordinator') = (municipality is not null))
    )`.execute(db)
  await sql`create unique index account_email on account (lower(email))`.execute(db)
  await sql`comment on column account.password is 'Argon2id in PHC form; null until the invited colleague has chosen one.'`.execute(
    db,
  )
  await sql`comment on column account.session_epoch is 'Raised to end every session and token of the account at once.'`.execute(
    db,
  )

  await sql`create type programme_state as enum ('open', 'closed')`.execute(db)
  await sql`
    create table programme (
      id uuid primary key default uuidv7(),
      municipality text not null references municipality (code),
      name text not null,
      state programme_state not null default 'open',
      settings jsonb not null default '{}',
      created_at timestamptz not null,
      unique (municipality, id)
    )`.execute(db)
  await sql`comment on column programme.settings is 'Matching settings that differ from the defaults: weights, thresholds, objective.'`.execute(
    db,
  )
  await sql`
    create table programme_area (
      programme_id uuid not null references programme (id),
      municipality text not null references municipality (code),
      primary key (programme_id, municipality)
    )`.execute(db)
  await sql`comment on table programme_area is 'The municipalities whose residents may join: Odense also serves Kerteminde.'`.execute(
    db,
  )

  await sql`
    create table site (
      id uuid primary key default uuidv7(),
      municipality text not null references municipality (code),
      name text not null,
      address text not null,
      vulnerable_area boolean not null default false,
      unique (municipality, id)
    )`.execute(db)
  await sql`
    create table partner (
      id uuid primary key default uuidv7(),
      municipality text not null references municipality (code),
      name text not null,
      type text not null,
      residence text references municipality (code),
      unique (municipality, id),
      unique (municipality, name)
    )`.execute(db)

  for (const table of ['partner'])
    for (const statement of scoped(table)) await sql.raw(statement).execute(db)
}

/**
 * Row-level security behind the application's own checks: without a filter a query still finds no
 * row of another municipality.
 */
function scoped(table: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy scope on ${table} using (in_scope(municipality)) with check (in_scope(municipality))`,
  ]
}

const municipalities =
  '0101 København,0147 Frederiksberg,0151 Ballerup,0153 Brøndby,0155 Dragør,0157 Gentofte,0159 Gladsaxe,' +
  '0161 Glostrup,0163 Herlev,0165 Albertslund,0167 Hvidovre,0169 Høje-Taastrup,0173 Lyngby-Taarbæk,' +
  '0175 Rødovre,0183 Ishøj,0185 Tårnby,0187 Vallensbæk,0190 Furesø,0201 Allerød,0210 Fredensborg,' +
  '0217 Helsingør,0219 Hillerød,0223 Hørsholm,0230 Rudersdal,0240 Egedal,0250 Frederikssund,0253 Greve,' +
  '0259 Køge,0260 Halsnæs,0265 Roskilde,0269 Solrød,0270 Gribskov,0306 Odsherred,0316 Holbæk,0320 Faxe,' +
  '0326 Kalundborg,0329 Ringsted,0330 Slagelse,0336 Stevns,0340 Sorø,0350 Lejre,0360 Lolland,0370 Næstved,' +
  '0376 Guldborgsund,0390 Vordingborg,0400 Bornholm,0410 Middelfart,0420 Assens,0430 Faaborg-Midtfyn,' +
  '0440 Kerteminde,0450 Nyborg,0461 Odense,0479 Svendborg,0480 Nordfyns,0482 Langeland,0492 Ærø,' +
  '0510 Haderslev,0530 Billund,0540 Sønderborg,0550 Tønder,0561 Esbjerg,0563 Fanø,0573 Varde,0575 Vejen,' +
  '0580 Aabenraa,0607 Fredericia,0615 Horsens,0621 Kolding,0630 Vejle,0657 Herning,0661 Holstebro,' +
  '0665 Lemvig,0671 Struer,0706 Syddjurs,0707 Norddjurs,0710 Favrskov,0727 Odder,0730 Randers,' +
  '0740 Silkeborg,0741 Samsø,0746 Skanderborg,0751 Aarhus,0756 Ikast-Brande,0760 Ringkøbing-Skjern,' +
  '0766 Hedensted,0773 Morsø,0779 Skive,0787 Thisted,0791 Viborg,0810 Brønderslev,0813 Frederikshavn,' +
  '0820 Vesthimmerlands,0825 Læsø,0840 Rebild,0846 Mariagerfjord,0849 Jammerbugt,0851 Aalborg,0860 Hjørring'
