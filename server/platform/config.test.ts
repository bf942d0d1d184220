import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { StartFault } from './start-fault.ts'

describe('what the person who starts the server may choose', () => {
  test('without any choice: this machine only, port 8080, the small demonstration, the embedded database', () => {
    const config = readConfig([], {})
    expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, demo: true, size: 'small' })
    expect(config.databaseUrl).toBeUndefined()
    expect(config.tls).toBeUndefined()
  })

  test('root keeps its data where another user may read, a plain user inside the project', () => {
    const expected = process.getuid?.() === 0 ? /^\/var\/lib\/gongzhi\/[0-9a-f]{8}$/ : /\/\.gongzhi$/
    expect(readConfig([], {}).dataFolder).toMatch(expected)
  })

  test('flags win over the environment, an empty variable counts as none', () => {
    const env = { PORT: '9000', HOST: '0.0.0.0', GONGZHI_DATA: '/srv/gz', DATABASE_URL: '' }
    expect(readConfig(['--port', '9001', '--no-demo', '--size', 'city'], env)).toEqual({
      outward: { webhookNetworks: [] },
      host: '0.0.0.0',
      port: 9001,
      dataFolder: '/srv/gz',
      demo: false,
      size: 'city',
    })
    expect(readConfig([], { PORT: '' }).port).toBe(8080)
  })

  test('migrations use the application’s database role unless another is given', () => {
    const databaseUrl = 'postgresql://app@db/gz'
    expect(readConfig([], { DATABASE_URL: databaseUrl })).toMatchObject({
      databaseUrl,
      migratorUrl: databaseUrl,
    })
    const env = { DATABASE_URL: databaseUrl, DATABASE_MIGRATOR_URL: 'postgresql://owner@db/gz' }
    expect(readConfig([], env).migratorUrl).toBe('postgresql://owner@db/gz')
  })

  test.each([
    [['--colour'], {}, /看不懂启动参数“--colour”.*--no-demo/],
    [['--size', 'huge'], {}, /演示规模“huge”不对/],
    [[], { PORT: '80a' }, /端口“80a”不对/],
    [[], { PORT: '70000' }, /端口“70000”不对/],
    [[], { GONGZHI_TLS_CERT: '/etc/hostname' }, /要同时给出/],
    [[], { GONGZHI_SMTP_URL: 'smtps://mail.example.cn' }, /GONGZHI_MAIL_FROM.*要同时给出/],
    [[], { GONGZHI_SMS_URL: 'https://sms.example.cn' }, /GONGZHI_SMS_SECRET.*要同时给出/],
    [[], { GONGZHI_SMS_URL: 'https://sms.example.cn', GONGZHI_SMS_SECRET: 'short' }, /至少 16 位/],
    [[], { GONGZHI_WEBHOOK_NETWORKS: '10.1.2.0/33' }, /网段“10.1.2.0\/33”不对/],
    [[], { GONGZHI_TLS_CERT: '/etc/passwd', GONGZHI_TLS_KEY: '/etc/passwd' }, /PEM/],
  ])('a wrong choice %j %j is one sentence in each language that says what to do', (argv, env, sentence) => {
    const start = () => readConfig(argv, env)
    expect(start).toThrow(StartFault)
    expect(start).toThrow(sentence)
  })
})

test('a bucket for files is taken whole or not at all; what is missing is named', () => {
  const whole = {
    GONGZHI_S3_ENDPOINT: 'https://s3.example.gov.cn',
    GONGZHI_S3_BUCKET: 'evidence',
    GONGZHI_S3_REGION: 'cn-north-1',
    GONGZHI_S3_KEY_ID: 'a',
    GONGZHI_S3_KEY_SECRET: 'b',
  }
  expect(readConfig([], {}).s3).toBeUndefined()
  expect(readConfig([], whole).s3).toMatchObject({ bucket: 'evidence', keySecret: 'b' })
  expect(() => readConfig([], { ...whole, GONGZHI_S3_REGION: '' })).toThrow('还缺：GONGZHI_S3_REGION')
  expect(() => readConfig([], { ...whole, GONGZHI_S3_ENDPOINT: 's3' })).toThrow('不是网址')
})
