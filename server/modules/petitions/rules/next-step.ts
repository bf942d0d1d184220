import type { ClaimState } from '../../../../contracts/petitions/words.ts'

interface Words {
  zh: string
  en: string
}

/** What comes next, and who does it, in one sentence for both sides. @param who has it; @param over stands over that */
export function nextStep(
  state: ClaimState,
  { who, over, suspended }: { who: string; over: string; suspended: boolean },
): Words {
  if (suspended)
    return {
      zh: `计时已暂停，条件具备后由${who}继续办理。`,
      en: `The clock stands still; ${who} goes on afterwards.`,
    }
  switch (state) {
    case 'draft':
      return { zh: '尚未提交。', en: 'Not filed yet.' }
    case 'filed':
      return { zh: `由${who}受理。`, en: `${who} takes it in.` }
    case 'accepted':
      return { zh: `由${who}派单给承办单位。`, en: `${who} sends it to whoever answers for it.` }
    case 'dispatched':
      return { zh: `由${who}签收。`, en: `${who} signs for it.` }
    case 'signed':
      return { zh: `由${who}办理并答复。`, en: `${who} works on it and answers.` }
    case 'handling':
      return { zh: `${who}正在办理，办完后答复。`, en: `${who} is working on it and will answer.` }
    case 'answered':
      return { zh: `由${over}审核答复。`, en: `${over} reviews the answer.` }
    case 'reviewed':
      return { zh: `由${over}回访诉求人。`, en: `${over} asks the reporter.` }
    case 'visited':
      return {
        zh: `由${over}办结，不满意的退回重办。`,
        en: `${over} closes it, or sends it to be done again.`,
      }
    case 'closed':
      return {
        zh: `由${over}核对佐证、答复、回访后销号。`,
        en: `${over} strikes it off once proof, answer and visit are there.`,
      }
    case 'struck-off':
      return {
        zh: '已销号。仍未解决的，诉求人可申请重办。',
        en: 'Struck off. It can be reopened where it is not solved.',
      }
    case 'declined':
      return { zh: '不予受理，请按告知的渠道反映。', en: 'Not accepted; take the channel that was named.' }
    case 'withdrawn':
      return { zh: '诉求人已撤回。', en: 'Withdrawn by its reporter.' }
    case 'merged':
      return { zh: '已并入同一事项，进展见主诉求。', en: 'Joined to another; see the lead claim.' }
  }
}
