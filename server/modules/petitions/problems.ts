import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('petitions', {
  'not-now': {
    status: 409,
    zh: '这件诉求现在是“{state}”，不能做这一步。请刷新后再看下一步是什么。',
    en: 'The claim is “{state}” now; this step cannot be taken. Reload to see the next one.',
  },
})
