import { defineProblems } from '../../problems/refusal.ts'

/** Why a file is not taken; each says what to do instead. */
export const refuse = defineProblems('files', {
  empty: { zh: '文件“{name}”是空的。请重新选择文件。', en: 'The file {name} is empty. Choose it again.' },
  'not-taken': {
    zh: '“{name}”的内容是{found}，不能作为佐证材料。请上传照片（JPG、PNG、WebP）、PDF、Word（.docx）或 Excel（.xlsx）文件。',
    en: 'The content of {name} is {found}. Upload a picture (JPEG, PNG, WebP), a PDF, a .docx or an .xlsx.',
  },
  disagrees: {
    zh: '文件名“{name}”的后缀是 .{extension}，内容却是{found}。请确认文件来源，用正确的后缀重新保存后再上传。',
    en: 'The name {name} says .{extension}, but the content is {found}. Make sure where it comes from and save it with its true extension.',
  },
  heic: {
    zh: '“{name}”是苹果手机的 HEIC 照片，多数电脑打不开。请在手机“设置→相机→格式”中选“兼容性最佳”后重拍，或转存为 JPG 再上传。',
    en: '{name} is an HEIC photo, which most office computers cannot open. Choose “Most Compatible” in the camera settings, or save it as JPEG.',
  },
  'old-office': {
    zh: '“{name}”是旧版 Office 文件（.doc、.xls）或设了打开密码。请在 WPS 或 Word、Excel 里去掉密码，另存为 .docx 或 .xlsx 后再上传。',
    en: '{name} is an old Office file or has a password. Remove the password and save it as .docx or .xlsx.',
  },
  archive: {
    zh: '“{name}”是压缩包。请解压后，把里面的文件逐个上传。',
    en: '{name} is an archive. Unpack it and upload the files one by one.',
  },
  macros: {
    zh: '“{name}”里带有宏或控件，可能含病毒。请另存为不带宏的 .docx 或 .xlsx，或导出为 PDF 后再上传。',
    en: '{name} holds macros or controls. Save it without macros, or export it as PDF.',
  },
  linked: {
    zh: '“{name}”打开时会从网上载入别的文件。请复制内容到新文档，或导出为 PDF 后再上传。',
    en: '{name} loads another file from the network when opened. Copy its contents into a new document, or export it as PDF.',
  },
  bomb: {
    zh: '“{name}”解压后大得异常，已停止检查，没有保存。请重新保存一份，或导出为 PDF 后再上传。',
    en: '{name} unpacks to an abnormal size and was not saved. Save it anew, or export it as PDF.',
  },
  damaged: {
    zh: '“{name}”已损坏或没有传完整，打不开。请先在自己的设备上确认能打开，再重新上传。',
    en: '{name} is damaged or incomplete. Make sure that it opens on your own device, then upload it again.',
  },
  'too-many-pixels': {
    zh: '图片“{name}”有 {width}×{height} 像素，太大了。请缩小到 {most}像素以内再上传。',
    en: 'The picture {name} has {width}×{height} pixels. Reduce it to {most} pixels or fewer.',
  },
  'pdf-active': {
    zh: 'PDF“{name}”里带有脚本或自动运行的动作。请用“打印为 PDF”生成一份普通 PDF 后再上传。',
    en: 'The PDF {name} holds scripts or actions. Print it to a plain PDF and upload that.',
  },
  'pdf-locked': {
    zh: 'PDF“{name}”设了密码或权限限制，无法检查。请去掉限制，或用“打印为 PDF”另存后再上传。',
    en: 'The PDF {name} is protected and cannot be checked. Remove the protection, or print it to a new PDF.',
  },
})
