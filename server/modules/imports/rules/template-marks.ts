/** Heading of the last column a person sees; nothing below it is imported. */
export const remarkHeader = '说明（不导入）'
/** Heading of the column that a sheet of bad rows has besides; a corrected sheet may keep it. */
export const reasonHeader = '原因'
/** Stands in the example row's remark, so that the row is known even where it was not removed. */
export const exampleMark = '示例行（不导入，可以保留）'

/** @returns the kind's name, or undefined when the text is no marker */
export const kindOfMarker = (text: string): string | undefined =>
  /^gongzhi:([a-z0-9-]+):[0-9a-f]{8}$/.exec(text.trim())?.[1]
