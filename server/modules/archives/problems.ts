import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('archives', {
  'not-frozen': {
    status: 409,
    zh: '这一轮的结果还没有确定，没有归档。请先办完申诉、进入“结果确定”阶段。',
    en: 'The result of this round is not final yet and nothing has been archived.',
  },
  damaged: {
    zh: '归档文件已损坏，解不开（{why}）。请重新下载，或核对文件的 SHA-256。',
    en: 'The archive cannot be unpacked ({why}). Download it again, or check its SHA-256.',
  },
  'not-archived': {
    status: 409,
    zh: '这一轮还没有归档，不能颁发星级证书。请先在轮次页面进入“归档”阶段。',
    en: 'Certificates are issued once the round has entered its last stage, the archive.',
  },
  'unknown-code': {
    status: 404,
    zh: '没有编号为 {code} 的通知书或证书。请核对编号，注意区分字母和数字。',
    en: 'No paper bears the code {code}. Check its letters and digits.',
  },
  'no-word-tables': {
    zh: '得分表只出 PDF；需要修改的请用得分页面的 Excel 导出。',
    en: 'Score tables are made as PDF only; for editing use the Excel export.',
  },
  'batch-running': {
    status: 409,
    zh: '您的上一批还在出件（{done}/{total}）。请等它完成，再出下一批。',
    en: 'Your last batch is still being made ({done}/{total}). Wait until it is done.',
  },
  'batch-empty': {
    zh: '没有可以出件的内容：{why}。',
    en: 'There is nothing to print: {why}.',
  },
  'batch-gone': {
    status: 410,
    zh: '这一批的压缩包已经清除。请重新出件。',
    en: 'The file of this batch has been removed; make it again.',
  },
  'batch-not-done': {
    status: 409,
    zh: '这一批还没有出完（{done}/{total}）。请稍后再下载。',
    en: 'This batch is not done yet ({done}/{total}).',
  },
})
