/** What each fault says. {names} are filled with the fault's parameters. */
export const faultTexts: Record<string, { zh: string; en: string }> = {
  yaml: { zh: 'YAML 写法有误：{problem}', en: 'not valid YAML: {problem}' },
  'folder-missing': { zh: '找不到规则库文件夹“{path}”', en: 'the rule-book folder "{path}" is missing' },
  'file-missing': { zh: '读不到文件“{path}”', en: 'cannot read "{path}"' },
  'field-missing': { zh: '缺少“{field}”', en: '"{field}" is missing' },
  'field-unknown': { zh: '不认识的字段“{field}”', en: 'unknown field "{field}"' },
  'field-type': { zh: '“{field}”应为{expectedZh}', en: '"{field}" should be {expected}' },
  'field-choice': { zh: '“{field}”只能是：{choices}', en: '"{field}" must be one of: {choices}' },
  'field-form': { zh: '“{field}”的写法不对', en: '"{field}" is not written as expected' },
  'field-empty': { zh: '“{field}”不能为空或不够数', en: '"{field}" is empty or too short' },
  day: { zh: '“{field}”不是存在的日期（YYYY-MM-DD）', en: '"{field}" is not an existing day (YYYY-MM-DD)' },
  exact: {
    zh: '“{field}”不是准确的数（如 "3/5"、"87.5"）',
    en: '"{field}" is not an exact number (such as "3/5" or "87.5")',
  },
  'comparator-with-limit': {
    zh: 'comparator 与 limit 必须同时写或同时不写',
    en: 'comparator and limit go together',
  },
  duplicate: { zh: '编号“{id}”重复，已见于 {first}', en: '"{id}" is already defined at {first}' },
  'no-clause': { zh: '引用的条款“{id}”不存在', en: 'clause "{id}" does not exist' },
  'no-statement': { zh: '引用的语句“{id}”不存在', en: 'statement "{id}" does not exist' },
  'no-fact': { zh: '引用的事实“{id}”不存在', en: 'fact "{id}" does not exist' },
  'no-limit': { zh: '引用的限值“{id}”不存在', en: 'limit "{id}" does not exist' },
  'no-ruling': { zh: '引用的裁定“{id}”不存在', en: 'ruling "{id}" does not exist' },
  'ruling-parameter': {
    zh: '裁定“{id}”的参数“{name}”缺失或类型不对，评分要用到它',
    en: 'parameter "{name}" of ruling "{id}" is absent or of the wrong kind; scoring reads it',
  },
  'no-scheme': { zh: '版本“{id}”不存在', en: 'edition "{id}" does not exist' },
  'no-table': { zh: '版本“{edition}”没有“{id}”表', en: 'edition "{edition}" has no table "{id}"' },
  'table-without-rows': { zh: '“{id}”表没有指标', en: 'table "{id}" has no rows' },
  'gate-shape': { zh: '门槛事实“{id}”必须是 yes-no', en: 'gate fact "{id}" must be of shape yes-no' },
  'fact-shape': {
    zh: '“{mechanism}”不能用 {shape} 类事实“{id}”',
    en: 'mechanism {mechanism} cannot read fact "{id}" of shape {shape}',
  },
  'fact-subject': { zh: '事实“{id}”不针对“{subject}”', en: 'fact "{id}" has no subject "{subject}"' },
  'days-order': { zh: '起始日 {from} 不早于终止日 {to}', en: 'from {from} is not before to {to}' },
  'days-overlap': {
    zh: '“{id}”的有效期自 {from} 起与前一段重叠',
    en: '"{id}": the period from {from} overlaps another',
  },
  'table-sum': {
    zh: '“{table}”表{variant}合计 {sum} 分，应为 {points} 分',
    en: 'table {table} {variant} sums to {sum}, not {points}',
  },
  'group-sum': {
    zh: '“{table}”表“{group}”{variant}各行合计 {sum} 分，应为 {points} 分',
    en: 'group {group} of table {table} {variant} sums to {sum}, not {points}',
  },
  'groups-sum': {
    zh: '“{table}”表各一级指标合计 {sum} 分，应为 {points} 分',
    en: 'the groups of table {table} sum to {sum}, not {points}',
  },
  'group-unknown': {
    zh: '一级指标“{group}”不在“{table}”表的分组中',
    en: 'level-1 name "{group}" is no group of table {table}',
  },
  'group-split': {
    zh: '一级指标“{group}”的各行不相连',
    en: 'the rows of group "{group}" do not stand together',
  },
  'variant-unknown': {
    zh: '“{variant}”不是“{table}”表的类型',
    en: '"{variant}" is no variant of table {table}',
  },
  'owners-sum': {
    zh: '“{table}”表由{evaluators}评价的合计 {sum} 分，应为 {points} 分',
    en: 'rows of {evaluators} in table {table} sum to {sum}, not {points}',
  },
  'owners-floor': {
    zh: '“{table}”表业主评价占 {points} 分，低于裁定C10的 {floor} 分',
    en: 'owners hold {points} points of table {table}, below the {floor} of ruling C10',
  },
  'grade-levels': {
    zh: '评分等级须依次为优、良、中、差',
    en: 'rubric levels must be 优, 良, 中, 差 in this order',
  },
  'grade-falling': {
    zh: '“{level}”的得分比例 {share} 没有低于上一级，或不在 0 与 1 之间',
    en: 'share {share} of {level} does not fall, or is outside 0 to 1',
  },
  'tiers-rising': {
    zh: '档次“{name}”的起点或比例没有依次变化，或比例不在 0 与 1 之间',
    en: 'tier "{name}" is out of order, or its share is outside 0 to 1',
  },
  'severity-range': {
    zh: '“{name}”扣 {points} 分，不在 {least} 至 {most} 分之间',
    en: 'severity "{name}" takes {points} points, outside {least} to {most}',
  },
  'levels-missing': { zh: '等级类事实须写明 levels', en: 'a fact of shape level needs its levels' },
  'shall-twice': {
    zh: '“应”句“{id}”既列为要求又列为不可核查',
    en: 'shall statement "{id}" is both a requirement and not checkable',
  },
  'shall-nowhere': {
    zh: '“应”句“{id}”没有要求，也没有列为不可核查',
    en: 'shall statement "{id}" is neither a requirement nor not checkable',
  },
  'statement-clause': {
    zh: '语句“{id}”不属于条款“{clause}”',
    en: 'statement "{id}" is not part of clause "{clause}"',
  },
  'kind-strongest': {
    zh: '条款“{id}”标为“{kind}”，其语句中最强的是“{strongest}”',
    en: 'clause "{id}" says {kind}, its strongest statement {strongest}',
  },
  'bands-gap': {
    zh: '档次“{name}”自 {from} 起，与相邻档次不相接',
    en: 'band "{name}" from {from} does not join its neighbour',
  },
  'holiday-order': {
    zh: '“{festival}”的放假首日 {day} 晚于末日',
    en: 'the first day off of {festival}, {day}, is after its last',
  },
  'holiday-long': { zh: '“{festival}”放假超过 16 天', en: '{festival} has more than 16 days off' },
  'holiday-year': {
    zh: '“{festival}”的 {day} 不在本年度（或上年12月）',
    en: '{day} of {festival} is not in the year of the notice, or the December before',
  },
  'holiday-weekday': {
    zh: '“{festival}”的补班日 {day} 不是周六或周日',
    en: 'the make-up day {day} of {festival} is no Saturday or Sunday',
  },
  'holiday-twice': {
    zh: '“{festival}”的 {day} 已在通知中出现过',
    en: '{day} of {festival} stands in the notice twice',
  },
  'holiday-missing': { zh: '缺少{festival}的安排', en: 'nothing is said of {festival}' },
  'category-parent': {
    zh: '类别“{id}”的上级“{parent}”不存在',
    en: 'the group "{parent}" of category "{id}" does not exist',
  },
  'scale-falling': {
    zh: '等级“{name}”的分值 {value} 没有低于上一级，或不在 0 与 100 之间',
    en: 'the value {value} of grade "{name}" does not fall, or is outside 0 to 100',
  },
  'weight-low': {
    zh: '业主测评的权重 {weight} 低于下限 {least}',
    en: "the owners' weight {weight} is below {least}",
  },
  'fact-not-surveyed': { zh: '事实“{id}”不来自调查', en: 'fact "{id}" does not come by surveys' },
  'fact-fed-twice': {
    zh: '事实“{id}”（{subject}）已由题目“{first}”给出',
    en: 'fact "{id}" ({subject}) is fed by item "{first}" already',
  },
  'fact-not-fed': {
    zh: '没有题目给出事实“{id}”（{subject}）',
    en: 'no item feeds fact "{id}" ({subject})',
  },
  'bands-top': {
    zh: '最高档次“{name}”须含满分 {points}',
    en: 'the highest band "{name}" must include {points}',
  },
}
