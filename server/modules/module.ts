import type { Rule } from '../access/resource.ts'
import type { Route } from '../access/route.ts'
import type { DeadlineSource } from './deadline-source.ts'
import type { EventKind } from './event-kind.ts'
import type { FactSource } from './fact-source.ts'
import type { ReminderSource } from './reminder-source.ts'
import type { SheetKind } from './sheet-kind.ts'
import type { StageRoom } from './stage-room.ts'
import type { TodoSource } from './todo-source.ts'

/** What a module's door shows the composition root. */
export interface Module {
  name: string
  /** Modules whose doors and published views it may use: ground ← daily work ← judgement. */
  uses: readonly string[]
  policy: readonly Rule[]
  routes: readonly Route[]
  /** Spreadsheets the module takes. */
  sheets?: readonly SheetKind[]
  /** Facts the module computes. */
  facts?: readonly FactSource[]
  /** What it does in the stages of a round. */
  stages?: readonly StageRoom[]
  /** Deadlines that it keeps: counted again when a year's notice is loaded. */
  deadlines?: readonly DeadlineSource[]
  /** What it puts on the first page. */
  todos?: readonly TodoSource[]
  /** What it reminds persons of, each day. */
  reminders?: readonly ReminderSource[]
  /** Kinds of event that it lets other systems know. */
  events?: readonly EventKind[]
}
