/** What a picture of the guides must show, before it is taken. */
export interface Picture {
  /** The page's own heading. */
  heading: string | RegExp
  /** Pixels: a desk's, or a telephone's. */
  width: 1280 | 390
  /** Pixels; 800 at a desk and 844 on a telephone when not given. */
  height?: number
}

const desk = (heading: string | RegExp, height?: number): Picture => ({
  heading,
  width: 1280,
  ...(height ? { height } : {}),
})
const phone = (heading: string | RegExp, height?: number): Picture => ({
  heading,
  width: 390,
  ...(height ? { height } : {}),
})

/** Every picture under `docs/pictures` by its name; the guides and the README name each of them, and no other. */
export const pictures = {
  score: desk(/（演示）/, 900),
  point: desk(/（演示）/, 900),
  'bureau-worklist': desk('待办', 640),
  'bureau-stages': desk('2026 年度'),
  'bureau-advance': desk('2026 年度'),
  'bureau-draw': desk('随机分配', 900),
  'bureau-decision': desk('提出不适用决定', 900),
  'bureau-objection': desk(/（演示）/, 480),
  'bureau-archive': desk(/2025 年度/, 900),
  'bureau-moderation': desk('复核'),
  'appeal-own': desk('我方结果', 520),
  'appeal-file': desk(/申诉：/, 900),
  'evaluator-ties': desk('利害关系', 520),
  'evaluator-tasks': desk('考核任务', 640),
  'evaluator-task': desk(/（演示）/, 900),
  'evaluator-sheet': desk('评分表', 900),
  'phone-tasks': phone(/项待评/),
  'phone-row': phone(/（演示）/),
  'phone-offline': phone(/（演示）/),
  'phone-signature': phone(/（演示）/),
  'phone-override': phone(/（演示）/),
  'self-report-list': desk('自评申报', 640),
  'self-report': desk(/自评申报/, 900),
  'self-report-declare': desk(/自评申报/, 900),
  'self-report-contest': desk(/自评申报/, 900),
  'public-home': phone('您家小区评了几星？'),
  'public-result': phone(/（演示）/),
  'public-objection': phone('提出异议'),
  'public-receipt': phone('异议答复'),
  'administrator-second-factor': desk('绑定手机验证器', 760),
  'administrator-calendar': desk('工作日历', 640),
  'administrator-calendar-load': desk('载入放假通知', 760),
  'administrator-webhook': desk('新建订阅', 660),
  'administrator-accounts': desk('账号与授权', 700),
  'edition-draft': desk(/2027 年度/, 900),
  'administrator-security': desk('登录与安全', 640),
} as const satisfies Record<string, Picture>

export type PictureName = keyof typeof pictures
