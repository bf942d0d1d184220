import { StartFault } from '../../start-fault.ts'
import type { S3Settings } from './s3-files.ts'

const names = [
  'GONGZHI_S3_ENDPOINT',
  'GONGZHI_S3_BUCKET',
  'GONGZHI_S3_REGION',
  'GONGZHI_S3_KEY_ID',
  'GONGZHI_S3_KEY_SECRET',
] as const

/** A bucket for files instead of the data folder, where the environment names one. @throws StartFault when it is named by halves */
export function readS3(env: Record<string, string | undefined>): { s3?: S3Settings } {
  if (names.every((name) => !env[name])) return {}
  const missing = names.filter((name) => !env[name])
  if (missing.length > 0)
    throw new StartFault(
      `文件存储（S3）的设置不全，还缺：${missing.join('、')}。五项都要给出；都不给则文件存在数据目录里。`,
      `The S3 settings are incomplete: ${missing.join(', ')} missing. Give all five, or none to keep files in the data folder.`,
    )
  const [endpoint, bucket, region, keyId, keySecret] = names.map((name) => String(env[name])) as [
    string,
    string,
    string,
    string,
    string,
  ]
  if (!URL.canParse(endpoint) || !/^https?:/.test(endpoint))
    throw new StartFault(
      `GONGZHI_S3_ENDPOINT“${endpoint}”不是网址。请写成 https://s3.example.gov.cn 的样子，不带桶名。`,
      `GONGZHI_S3_ENDPOINT must be an address such as https://s3.example.gov.cn, without the bucket.`,
    )
  return { s3: { endpoint, bucket, region, keyId, keySecret } }
}
