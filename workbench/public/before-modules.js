/* ES5 on purpose: this must run where nothing else of the site does. */
;(function () {
  var match = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)
  var tooOld = match ? Number(match[1]) < 90 : !('noModule' in document.createElement('script'))
  if (!tooOld) {
    // The site's security policy allows no code made from text; zod reads this before its first schema and does not try.
    window['__zod_globalConfig'] = { jitless: true }
    return
  }
  window.onload = function () {
    document.body.innerHTML =
      '<p style="max-width:36em;margin:15vh auto;padding:0 24px;font:18px/1.8 sans-serif">' +
      '当前浏览器版本过低，无法使用共治。请改用 Chrome 90 或更高版本内核的浏览器（如 360、UOS、Edge 的新版本，极速模式）。<br>' +
      'This browser is too old for Gongzhi. Please use one based on Chrome 90 or later.</p>'
  }
})()
