// Imported first and alone by every entry: it must parse on any Node that knows modules, so old syntax only.
var version = process.versions.node
if (Number(version.split('.')[0]) < 18) {
  console.error(
    '共治需要 Node.js 18 或更新的版本，这台机器上是 ' +
      version +
      '。请安装新的 Node.js（https://nodejs.org）后再试。\n' +
      '共治 Gongzhi needs Node.js 18 or later; this is ' +
      version +
      '. Install a newer Node.js and try again.',
  )
  process.exit(1)
}
