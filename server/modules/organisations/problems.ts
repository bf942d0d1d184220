import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('organisations', {
  'place-unknown': { zh: '没有找到代码为“{code}”的区域。请核对代码，或先导入上级区域。', en: 'There is no place with the code {code}. Check it, or import the upper place first.' },
  'place-out-of-reach': { status: 403, zh: '“{name}”不在您的管辖范围内，不能在此登记。', en: '{name} lies outside your jurisdiction.' },
  'code-shape': { zh: '“{code}”不是有效的12位统计用区划代码。', en: '{code} is not a twelve-digit division code.' },
  'parent-kind': { zh: '{kind}的上级应是{expected}，“{name}”不是。', en: 'The parent of a {kind} must be a {expected}; {name} is not.' },
  'code-taken': { status: 409, zh: '代码“{code}”已被“{name}”使用。若是同一地点请更新它；若不是，请改用别的代码。', en: 'The code {code} already belongs to {name}.' },
  'before-record': { zh: '日期“{day}”早于本系统记录的起始日（{first}）。请填写{first}或之后的日期。', en: 'The day {day} lies before the record began ({first}).' },
  'area-absurd': { zh: '建筑面积 {area} 平方米不合理（应在 {least} 至 {most} 平方米之间）。请核对单位和小数点。', en: 'A built area of {area} m² is not plausible (between {least} and {most} m²). Check unit and decimal point.' },
  'households-absurd': { zh: '户数 {households} 不合理（应在 {least} 至 {most} 之间）。', en: '{households} households is not plausible (between {least} and {most}).' },
  'area-per-household-absurd': { zh: '户均建筑面积约 {area} 平方米，不合理。请核对户数与面积。', en: 'About {area} m² per household is not plausible.' },
  'area-unreadable': { zh: '“{area}”不是面积。请填写平方米数，最多两位小数，如 65800.00。', en: '{area} is not an area. Give square metres with at most two decimals.' },
  'buildings-absurd': { zh: '楼栋数至少为 1。', en: 'There must be at least one building.' },
  'figures-absurd': { zh: '有几项数字不合理，请核对后再保存。', en: 'Some figures are not plausible.' },
  'twice-in-sheet': { zh: '与第 {row} 行重复（同一社区下的同名小区）。请只保留一行。', en: 'The same as row {row}.' },
  'changed-places': { zh: '该区域已于 {day} 撤销，不能再登记。', en: 'This place ended on {day}.' },
})

/** The record begins here: nothing earlier can be entered as having happened (the edition's own year is 2021). */
export const firstDay = '1949-10-01'
