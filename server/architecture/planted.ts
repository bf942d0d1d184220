import { floorViolations, roomViolations } from './floors.ts'
import { habitViolations } from './habits.ts'
import { moduleViolations } from './modules.ts'
import { schemaViolations, sqlPlaceViolations } from './schemas.ts'
import { readSource, type Source, type Violation } from './source.ts'

/** A rule of the house, with what it must catch. */
export interface Rule {
  title: string
  look(tree: readonly Source[]): { arrows: number; violations: Violation[] }
  /** Fewer would mean that the reader has gone blind. */
  least: number
  unit: string
  /** Files that must be caught, by path, with a word of the complaint. */
  planted: [path: string, text: string, complaint: string][]
  /** Files that must pass. */
  allowed?: [path: string, text: string][]
}

/** The module that planted files belong to, with its door. */
export const door: [string, string][] = [
  ['server/modules/organisations/index.ts', `export const m = { name: 'organisations', uses: [] }`],
  ['server/modules/accounts/index.ts', `export const m = { name: 'accounts', uses: ['organisations'] }`],
  ['server/modules/evaluation/index.ts', `export const m = { name: 'evaluation', uses: ['organisations'] }`],
  ['server/modules/surveys/index.ts', `export const m = { name: 'surveys', uses: ['organisations'] }`],
]
export const sources = (files: [string, string][]) => files.map(([path, text]) => readSource(path, text))

export const rules: Rule[] = [
  {
    title:
      'floors: values ← platform ← access, rule-book ← modules; contracts only zod; sites only contracts',
    look: floorViolations,
    least: 1500,
    unit: 'imports',
    planted: [
      [
        'server/values/x.ts',
        `import { one } from '../platform/database/database.ts'`,
        'values may not import',
      ],
      ['server/values/x.ts', `import { z } from 'zod'`, 'values may not import zod'],
      ['server/platform/x.ts', `import type { Actor } from '../access/actor.ts'`, 'platform may not import'],
      ['server/platform/x.ts', `export { m } from '../modules/accounts/index.ts'`, 'platform may not import'],
      [
        'server/access/x.ts',
        `const m = await import('../modules/accounts/index.ts')`,
        'access may not import',
      ],
      [
        'server/rulebook/x.ts',
        `import { guard } from '../access/guard.ts'`,
        'server/rulebook may not import',
      ],
      [
        'server/modules/accounts/actions/x.ts',
        `import { buildApp } from '../../../app.ts'`,
        'modules may not import',
      ],
      [
        'server/modules/accounts/actions/x.ts',
        `import { testApp } from '../../../platform/testing/app.ts'`,
        'only tests',
      ],
      ['contracts/x/staff.ts', `import { sql } from 'kysely'`, 'contracts may not import kysely'],
      [
        'contracts/x/staff.ts',
        `import type { Db } from '../../server/platform/database/database.ts'`,
        'contracts may not import',
      ],
      [
        'workbench/pages/x.tsx',
        `import { x } from '../../server/values/money.ts'\nexport const y = <p>{x}</p>`,
        'workbench may not import',
      ],
      [
        'resident/pages/x.tsx',
        `import { signIn } from '../../contracts/accounts/staff.ts'`,
        'resident may not import',
      ],
    ],
    allowed: [
      [
        'server/platform/x.ts',
        `// import { guard } from '../access/guard.ts'\nconst text = "import x from '../access/guard.ts'"`,
      ],
      ['resident/pages/x.tsx', `import type { Me } from '../../contracts/accounts/staff.ts'`],
      [
        'server/modules/accounts/tests/x.test.ts',
        `import { testApp } from '../../../platform/testing/app.ts'`,
      ],
    ],
  },
  {
    title: 'rooms: rules are pure and alone; actions, queries, storage and routes keep to their own',
    look: roomViolations,
    least: 300,
    unit: 'imports in rooms',
    planted: [
      [
        'server/modules/accounts/rules/x.ts',
        `import { find } from '../storage/accounts.ts'`,
        'rules may not import',
      ],
      [
        'server/modules/accounts/rules/x.ts',
        `import { randomInt } from 'node:crypto'`,
        'rules may not import',
      ],
      ['server/modules/accounts/rules/x.ts', `export const f = async () => 1`, 'async'],
      ['server/modules/accounts/rules/x.ts', `export const f = () => new Date()`, 'new Date()'],
      ['server/modules/accounts/rules/x.ts', `export const f = () => Date.now()`, 'Date.now'],
      [
        'server/modules/accounts/actions/x.ts',
        `import { me } from '../queries/me.ts'`,
        'actions may not import',
      ],
      [
        'server/modules/accounts/queries/x.ts',
        `import { create } from '../actions/create-account.ts'`,
        'queries may not import',
      ],
      [
        'server/modules/accounts/storage/x.ts',
        `import { create } from '../actions/create-account.ts'`,
        'storage may not import',
      ],
      [
        'server/modules/accounts/policy.ts',
        `import { find } from './storage/accounts.ts'`,
        'policy may not import',
      ],
      [
        'server/modules/accounts/routes.ts',
        `import { find } from './storage/accounts.ts'`,
        'routes may not import',
      ],
    ],
    allowed: [
      [
        'server/modules/accounts/rules/x.ts',
        `import type { Db } from '../../../platform/database/database.ts'\nexport const day = (at: number) => new Date(at)`,
      ],
    ],
  },
  {
    title: 'modules: by the door, only whom they say they use, ground ← daily work ← judgement, no circles',
    look: moduleViolations,
    least: 20,
    unit: 'imports between modules',
    planted: [
      [
        'cli/x.ts',
        `import { places } from '../server/modules/organisations/storage/places.ts'`,
        'behind the door',
      ],
      [
        'server/modules/accounts/actions/x.ts',
        `import { places } from '../../organisations/storage/places.ts'`,
        'behind the door',
      ],
      [
        'server/app.ts',
        `import { places } from './modules/organisations/storage/places.ts'`,
        'behind the door',
      ],
      [
        'server/modules/organisations/actions/x.ts',
        `import { m } from '../../accounts/index.ts'`,
        'does not say that it uses accounts',
      ],
      [
        'server/modules/organisations/index.ts',
        `export const m = { name: 'organisations', uses: ['accounts'] }`,
        'in a circle',
      ],
      [
        'server/modules/organisations/index.ts',
        `export const m = { name: 'organisations', uses: ['surveys'] }`,
        'may not use surveys',
      ],
      [
        'server/modules/evaluation/index.ts',
        `export const m = { name: 'evaluation', uses: ['surveys'] }`,
        'may not use surveys',
      ],
      [
        'server/modules/accounts/index.ts',
        `export const m = { name: 'accounts', uses: ['ghosts'] }`,
        'which there is not',
      ],
      ['server/modules/gadgets/index.ts', `export const m = { name: 'gadgets', uses: [] }`, 'has no place'],
    ],
    allowed: [
      ['cli/x.ts', `import { scoreSubject } from '../server/modules/evaluation/rules/score-subject.ts'`],
      ['server/modules/accounts/actions/x.ts', `import { m } from '../../organisations/index.ts'`],
    ],
  },
  {
    title: 'SQL stands only in storage, queries, facts and policy',
    look: sqlPlaceViolations,
    least: 100,
    unit: 'pieces of SQL',
    planted: [
      [
        'server/modules/accounts/actions/x.ts',
        'import { sql } from "kysely"\nexport const q = sql`SELECT 1`',
        'SQL outside',
      ],
      ['server/modules/accounts/routes.ts', 'export const q = sql.raw(`SELECT 1`)', 'SQL outside'],
      [
        'server/modules/accounts/rules/x.ts',
        'export const q = "SELECT a FROM accounts.account"',
        'SQL outside',
      ],
      [
        'server/app.ts',
        'export const q = pool.query(`DELETE FROM accounts.account WHERE id = ${1}`)',
        'SQL outside',
      ],
    ],
    allowed: [['server/modules/accounts/facts.ts', 'export const q = sql`SELECT 1`']],
  },
  {
    title: 'schemas: a module names its own tables, others’ published views, and writes nothing beneath it',
    look: schemaViolations,
    least: 100,
    unit: 'table names in SQL',
    planted: [
      [
        'server/modules/accounts/queries/x.ts',
        'export const q = sql`SELECT 1 FROM organisations.place`',
        'does not publish',
      ],
      [
        'server/modules/organisations/queries/x.ts',
        'export const q = sql`SELECT 1 FROM accounts.published_account`',
        'does not say that it uses',
      ],
      [
        'server/modules/accounts/storage/x.ts',
        'export const q = sql`UPDATE organisations.published_place SET name = ${1}`',
        'writes',
      ],
      [
        'server/modules/accounts/storage/x.ts',
        'export const q = sql`INSERT INTO access.grant_of_role (id) VALUES (${1})`',
        'which access alone writes',
      ],
      [
        'server/modules/accounts/storage/x.ts',
        'export const q = sql`DELETE FROM platform.audit_entry`',
        'which platform alone writes',
      ],
      [
        'server/modules/accounts/storage/migrations/202601010000-x.sql',
        'ALTER TABLE organisations.place ADD x int;',
        'does not publish',
      ],
      [
        'server/modules/accounts/storage/migrations/202601010000-x.sql',
        'CREATE TABLE accounts.x (id uuid REFERENCES evaluation.round);',
        'does not publish',
      ],
    ],
    allowed: [
      [
        'server/modules/accounts/storage/migrations/202601010000-x.sql',
        'CREATE TABLE accounts.x (id uuid REFERENCES organisations.place);',
      ],
      [
        'server/modules/accounts/queries/x.ts',
        'export const q = sql`SELECT 1 FROM organisations.published_place, access.place_reach`',
      ],
    ],
  },
  {
    title: 'habits: files of at most 300 lines, folders that say what is in them, no console',
    look: habitViolations,
    least: 300,
    unit: 'files',
    planted: [
      ['server/x.ts', 'const x = 1\n'.repeat(301), '301 lines'],
      ['server/modules/accounts/utils/x.ts', 'export const x = 1', '“utils”'],
      ['workbench/helpers.ts', 'export const x = 1', '“helpers”'],
      ['server/x.ts', 'console.log(1)', 'console.log'],
    ],
    allowed: [['bin/x.mjs', 'console.error(1)']],
  },
]
