/** How an official paper speaks to each kind of subject. */
const addressed: Record<string, string> = {
  compound: '你项目',
  enterprise: '你公司',
  street: '你街道（乡镇）',
  community: '你社区',
  district: '你区',
}

export interface NoticeFacts {
  subjectKind: string
  districtName: string
  placeName: string
  year: number
  roundName: string
  editionTitle: string
  tableTitle: string
  tableId: string
  missingRows: number
  /** Printed code of the notice that this one replaces. */
  replaces: string | null
}

/** Paragraphs before the result. */
export function noticeOpening(facts: NoticeFacts): string[] {
  const { subjectKind, districtName, placeName, year, roundName, editionTitle, tableTitle, tableId } = facts
  const where = subjectKind === 'enterprise' ? `在${districtName}服务` : ''
  return [
    `${placeName}${year}年度红色物业工作评价（“${roundName}”）已按程序完成自评申报、考核评分、复核、公示和申诉处理。依照《${editionTitle}》表${tableId}《${tableTitle}》，${addressed[subjectKind] ?? '你单位'}${where}的评价结果如下：`,
  ]
}

/** Paragraphs after it. */
export function noticeClosing({ missingRows, replaces }: NoticeFacts): string[] {
  return [
    ...(missingRows > 0 ? [`其中 ${missingRows} 项没有数据，未计分。`] : []),
    ...(replaces ? [`本通知书是更正后的结果，编号 ${replaces} 的通知书同时失效。`] : []),
    '各项得分和依据可以登录评价系统查看。特此通知。',
  ]
}

/** The sentence of a star certificate. */
export const starText = (facts: {
  placeName: string
  year: number
  roundName: string
  editionTitle: string
}): string =>
  `依照《${facts.editionTitle}》，经${facts.placeName}${facts.year}年度红色物业工作评价（“${facts.roundName}”），该项目被评为：`

export const checkText = '扫描二维码，或在公众网站“核验”页输入编号，可以核对真伪和是否仍然有效。'

/** 〔2026〕第 0012 号. */
export const paperNumber = (year: number, number: number): string =>
  `〔${year}〕第${String(number).padStart(4, '0')}号`
