/** The kinds of file that are taken as evidence; everything else is refused by its content. */
export type FileKind = 'jpeg' | 'png' | 'webp' | 'pdf' | 'docx' | 'xlsx'

interface KindFacts {
  mime: string
  /** The first is given to a name that has none. */
  extensions: readonly [string, ...string[]]
  /** How people call it. */
  zh: string
  en: string
  picture: boolean
}

const office = 'application/vnd.openxmlformats-officedocument'

export const fileKinds: Record<FileKind, KindFacts> = {
  jpeg: {
    mime: 'image/jpeg',
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    zh: 'JPG 照片',
    en: 'a JPEG picture',
    picture: true,
  },
  png: { mime: 'image/png', extensions: ['png'], zh: 'PNG 图片', en: 'a PNG picture', picture: true },
  webp: { mime: 'image/webp', extensions: ['webp'], zh: 'WebP 图片', en: 'a WebP picture', picture: true },
  pdf: { mime: 'application/pdf', extensions: ['pdf'], zh: 'PDF 文件', en: 'a PDF', picture: false },
  docx: {
    mime: `${office}.wordprocessingml.document`,
    extensions: ['docx'],
    zh: 'Word 文档',
    en: 'a Word document',
    picture: false,
  },
  xlsx: {
    mime: `${office}.spreadsheetml.sheet`,
    extensions: ['xlsx'],
    zh: 'Excel 表格',
    en: 'an Excel workbook',
    picture: false,
  },
}

/** What people call the contents that are recognised only to be refused by name. */
const foreign: [RegExp, string, string][] = [
  [/^(exe|elf|macho|dex|class|deb|rpm|msi|apk|wasm)$/, '程序', 'a program'],
  [/^(rar|7z|gz|xz|bz2|zst|tar|lz|cab|iso|jar)$/, '压缩包', 'an archive'],
  [/^(mp4|mov|avi|mkv|webm|flv|mpg|3gp|m4v)$/, '视频', 'a video'],
  [/^(mp3|wav|m4a|ogg|amr|flac|aac|opus)$/, '录音', 'a recording'],
  [/^(html|xml|svg)$/, '网页', 'a web page'],
  [/^(gif|bmp|tif|tiff|psd|ico|avif|jp2|jxl|apng|dng|cr2|nef)$/, '其他格式的图片', 'another kind of picture'],
  [/^(pptx|odt|ods|odp|rtf|epub)$/, '其他格式的文档', 'another kind of document'],
]

/** @param ext as the sniffer names it; undefined when it knows nothing */
export function foreignName(ext: string | undefined): { zh: string; en: string } {
  if (ext === undefined) return { zh: '认不出的内容', en: 'content of no known kind' }
  if (ext in fileKinds) return fileKinds[ext as FileKind]
  const [, zh = `.${ext} 格式的内容`, en = `.${ext} content`] =
    foreign.find(([pattern]) => pattern.test(ext)) ?? []
  return { zh, en }
}
