import { keyFileIn, rotateKeys } from '../server/platform/keys/keys.ts'
import type { Command } from './command.ts'
import { existingFolder } from './data-folder.ts'
import { misused, readOptions } from './options.ts'

const usage = `gongzhi keys rotate [--data 数据目录]
    启用一把新的加密密钥；旧密钥保留在密钥文件里，已加密的内容照常可读。之后重启服务。`

export const command: Command = {
  summary: '更换加密密钥 (rotate the encryption key)',
  usage,
  async run(argv, io) {
    const read = readOptions(argv, { data: { type: 'string' } } as const, usage, io)
    if (!read) return 1
    if (read.words.join(' ') !== 'rotate') return misused(io, usage)
    const file = keyFileIn(existingFolder(read.values.data))
    io.out(`已启用新密钥 ${rotateKeys(file)}，此后新写入的个人信息用它加密。`)
    io.out(`请重启服务使其生效，并重新另存一份 ${file}（旧副本解不开新内容）。`)
    return 0
  },
}
