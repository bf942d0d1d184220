import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('audit-trail', {
  'whole-city-only': {
    status: 403,
    zh: '审计记录不分区域，只有管辖全市的审计管理员和审计人员可以查看。请联系市级审计管理员。',
    en: 'The trail knows no districts: only audit administrators and auditors of the whole city may see it.',
  },
})
