// What our libraries use and Chrome 90 does not have yet; the number is the Chrome release that brought it.
import 'core-js/actual/array/at.js' // 92
import 'core-js/actual/string/at.js' // 92
import 'core-js/actual/typed-array/at.js' // 92
import 'core-js/actual/object/has-own.js' // 93
import 'core-js/actual/array/find-last.js' // 97
import 'core-js/actual/array/find-last-index.js' // 97
import 'core-js/actual/structured-clone.js' // 98
import 'core-js/actual/array/to-reversed.js' // 110
import 'core-js/actual/array/to-sorted.js' // 110
import 'core-js/actual/array/to-spliced.js' // 110
import 'core-js/actual/array/with.js' // 110
import 'core-js/actual/object/group-by.js' // 117
import 'core-js/actual/promise/with-resolvers.js' // 119
