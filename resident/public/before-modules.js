/* ES5 on purpose: this must run where nothing else of the site does. */
;(function () {
  var match = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)
  var tooOld = match ? Number(match[1]) < 90 : !('noModule' in document.createElement('script'))
  if (!tooOld) {
    // Before anything is drawn, so that large type does not jump into place.
    try {
      if (localStorage.getItem('gongzhi:public-mode') === 'elderly')
        document.documentElement.setAttribute('data-mode', 'elderly')
    } catch (e) {
      // A browser that keeps nothing shows the standard type.
      window.console.warn(e)
    }
    return
  }
  window.onload = function () {
    document.body.innerHTML =
      '<p style="max-width:36em;margin:15vh auto;padding:0 24px;font:20px/1.8 sans-serif">' +
      '当前浏览器版本过低，打不开本网站。请更新浏览器，或在微信、支付宝中打开。<br>' +
      'This browser is too old for this site. Please update it.</p>'
  }
})()
