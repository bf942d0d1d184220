import type { ReactNode } from 'react'
import { ClearTextDialog } from './ClearText.tsx'
import type { Deed } from './deeds.ts'
import { HandOn } from './HandOn.tsx'
import { ExcludeDialog, MarkKey } from './Marking.tsx'
import { MergeDialog } from './Merge.tsx'
import { AskTime, SettleTime } from './MoreTime.tsx'
import { PlainDialog } from './PlainDialog.tsx'
import type { DeedProps } from './StepDialog.tsx'
import { Accept, Decline } from './TakingIn.tsx'
import { AnswerDialog, NoteDialog } from './Telling.tsx'
import { CloseDialog, VisitDialog } from './Visiting.tsx'

/** The dialog of a deed. */
export function DeedDialog({ deed, ...props }: DeedProps & { deed: Deed }): ReactNode {
  switch (deed) {
    case 'accept':
      return <Accept {...props} />
    case 'decline':
      return <Decline {...props} />
    case 'dispatch':
    case 'transfer':
    case 'send-back':
      return <HandOn {...props} deed={deed} />
    case 'answer':
      return <AnswerDialog {...props} />
    case 'note':
      return <NoteDialog {...props} />
    case 'visit':
      return <VisitDialog {...props} />
    case 'close':
      return <CloseDialog {...props} />
    case 'ask-extension':
    case 'ask-suspension':
      return <AskTime {...props} deed={deed} />
    case 'settle-extension':
    case 'settle-suspension':
      return <SettleTime {...props} deed={deed} />
    case 'mark-key':
      return <MarkKey {...props} />
    case 'exclude':
      return <ExcludeDialog {...props} />
    case 'merge':
      return <MergeDialog {...props} />
    case 'clear-text':
      return <ClearTextDialog {...props} />
    default:
      return <PlainDialog {...props} deed={deed} />
  }
}
