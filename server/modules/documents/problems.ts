import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('documents', {
  'id-taken': {
    status: 409,
    zh: '这个文件编号已用于另一份文件，没有保存。请把文件“{name}”移除后重新选择、上传。',
    en: 'This file number was used for another file. Remove {name} and choose it again.',
  },
  'too-many-waiting': {
    status: 429,
    zh: '您已上传 {count} 份还没有提交的文件。请先提交已填写的内容，或等一天后系统清理，再上传新的。',
    en: 'You have {count} uploaded files that no submission holds yet. Submit first, or wait a day until they are removed.',
  },
  'pictures-only': {
    zh: '这里只能上传照片（JPG、PNG、WebP）。“{name}”不是照片，请换一张。',
    en: 'Only photos (JPG, PNG, WebP) can be added here; {name} is none.',
  },
  'taken-later': {
    zh: '照片的拍摄时间（{at}）晚于现在。请检查拍照设备的日期和时间后重新拍摄。',
    en: 'The photo says it was taken at {at}, which is later than now. Correct the device’s date and take it again.',
  },
  unknown: {
    zh: '有 {count} 份附件已找不到：上传后超过一天没有提交会被清理，也不能用别人上传的文件。请移除后重新上传。',
    en: '{count} attachments cannot be found: files not submitted within a day are removed, and others’ uploads cannot be used. Upload them again.',
  },
  'attached-elsewhere': {
    status: 409,
    zh: '附件“{name}”已用于另一个对象的记录，不能再用在这里。请重新上传一份。',
    en: 'The attachment {name} already belongs to a record of another place or body. Upload it again for this one.',
  },
  'no-picture': {
    status: 404,
    zh: '“{name}”不是照片，没有缩略图。请下载后打开。',
    en: '{name} is no picture and has no thumbnail. Download it instead.',
  },
  'original-kept': {
    status: 403,
    zh: '“{name}”的原始文件含有拍摄设备的信息，只有上传人和审计人员可以下载。请打开去除这些信息的副本。',
    en: 'The original of {name} tells of the device it was taken with: only its uploader and auditors may download it. Open the copy without that data.',
  },
  'file-missing': {
    status: 410,
    zh: '“{name}”的登记信息还在，文件本身却读不到。请告诉系统管理员检查文件存储或从备份恢复。',
    en: 'The record of {name} is here but its file cannot be read. Ask the administrator to check the file store or the backup.',
  },
})
