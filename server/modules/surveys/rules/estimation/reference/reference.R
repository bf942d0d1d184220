# Reference figures of R's package survey (Lumley) for our own made-up answers: invented compounds, no real persons.
# Run:  Rscript reference.R      (Debian: r-base-core, r-cran-survey; made with R 4.2.2, survey 4.1-1)
# Writes answers.csv (the sample) and reference.csv (the figures) beside itself.
suppressMessages(library(survey))
options(survey.lonely.psu = "fail")

# Four compounds: one large, one asked as a whole, one small; weights that differ inside a compound.
set.seed(1502)
heads <- c("演示甲" = 240, "演示乙" = 1312, "演示丙" = 86, "演示丁" = 3)
drawn <- c("演示甲" = 30, "演示乙" = 64, "演示丙" = 14, "演示丁" = 3)
compound <- rep(names(drawn), drawn)
n <- length(compound)
a <- data.frame(
  unit = sprintf("D%03d", seq_len(n)), compound, heads = as.integer(heads[compound]),
  weight = round(heads[compound] / drawn[compound] * runif(n, 0.7, 1.4), 4),
  storeys = sample(c("多层", "高层"), n, TRUE, c(0.35, 0.65)),
  age = sample(c("60以下", "60以上"), n, TRUE, c(0.7, 0.3)),
  answered = rbinom(n, 1, 0.75))
a$points <- 25 * pmin(4, pmax(0, round(rnorm(n, 2.7 + 0.4 * (a$age == "60以上") + 0.3 * (compound == "演示丙"), 1))))
a$asked <- rpois(n, 2) + 1
a$solved <- rbinom(n, a$asked, 0.72)
a$content <- as.integer(a$points >= 75)
a$rare <- 0; a$rare[c(7, 50)] <- 1
a$usual <- 1; a$usual[c(12, 70, 101)] <- 0
a$never <- 0
write.csv(a, "answers.csv", row.names = FALSE, quote = FALSE, fileEncoding = "UTF-8")

ages <- data.frame(age = c("60以下", "60以上"), Freq = c(1100, 541))
respondents <- a[a$answered == 1, ]
share <- tapply(a$answered, a$compound, mean)
respondents$adjusted <- heads[respondents$compound] / drawn[respondents$compound] / share[respondents$compound]
one <- rbind(a[a$compound != "演示丁", ], a[a$compound == "演示丁", ][1, ])
weighted <- svydesign(~1, strata = ~compound, weights = ~weight, fpc = ~heads, data = a)
designs <- list(
  plain = svydesign(~1, weights = ~weight, data = a),
  strata = svydesign(~1, strata = ~compound, fpc = ~heads, data = a),
  nofpc = svydesign(~1, strata = ~compound, weights = ~weight, data = a),
  weighted = weighted,
  post = postStratify(weighted, ~age, ages),
  responded = svydesign(~1, strata = ~compound, weights = ~adjusted, fpc = ~heads, data = respondents),
  lonely = svydesign(~1, strata = ~compound, fpc = ~heads, data = one))

rows <- list()
num <- function(x) ifelse(is.na(x), "", sprintf("%.15g", as.numeric(x)))
add <- function(design, statistic, column, domain, method, d, m, ci, k, deff = NA)
  rows[[length(rows) + 1]] <<- data.frame(design, statistic, column, domain, method, n = sum(weights(d) != 0),
    estimate = num(coef(m)[1]), se = num(SE(m)[1]), low = num(ci[1]), high = num(ci[2]), df = num(k), deff = num(deff))
wilson <- function(m, n, k) {
  p <- coef(m)[[1]]
  e <- p * (1 - p) / vcov(m)[[1]] * (qt(.025, n - 1) / qt(.025, k))^2
  z <- qnorm(.975)
  (p + z^2 / (2 * e) + c(-1, 1) * z * sqrt(p * (1 - p) / e + z^2 / (4 * e^2))) / (1 + z^2 / e)
}
# What svyciprop's "likelihood" reads off a spline (which is wrong in the fourth digit for a rare answer), solved.
likelihood <- function(f, d, k) {
  g <- svyglm(as.formula(paste(f[[2]], "~ 1")), d, family = quasibinomial, control = list(epsilon = 1e-14, maxit = 100))
  v <- as.vector(vcov(g)); w <- g$prior.weights; y <- g$y; b <- coef(g)[[1]]
  lambda <- v / as.vector(g$naive.cov)
  deviance <- function(b) -2 * sum(w * (y * plogis(b, log.p = TRUE) + (1 - y) * plogis(-b, log.p = TRUE)))
  excess <- function(x) (deviance(x) - deviance(b)) / summary(g)$dispersion[1] - qt(.975, k)^2 * lambda
  plogis(c(uniroot(excess, c(b - 20, b), tol = 1e-13)$root, uniroot(excess, c(b, b + 20), tol = 1e-13)$root))
}
for (name in names(designs)) {
  if (name == "lonely") options(survey.lonely.psu = "adjust")
  whole <- designs[[name]]
  parts <- list(all = whole)
  if (name != "lonely") for (s in c("多层", "高层")) parts[[paste0("storeys=", s)]] <- subset(whole, storeys == s)
  if (name != "lonely") for (s in names(heads)[1:3]) parts[[paste0("compound=", s)]] <- subset(whole, compound == s)
  for (part in names(parts)) {
    d <- parts[[part]]; k <- degf(d)
    m <- svymean(~points, d, deff = TRUE); add(name, "mean", "points", part, "mean", d, m, confint(m, df = k), k, deff(m))
    m <- svytotal(~solved, d, deff = TRUE); add(name, "total", "solved", part, "mean", d, m, confint(m, df = k), k, deff(m))
    m <- svyratio(~solved, ~asked, d); add(name, "ratio", "solved/asked", part, "mean", d, m, confint(m, df = k), k)
    for (column in c("content", if (part == "all") c("rare", "usual"))) {
      f <- as.formula(paste0("~", column)); m <- svymean(f, d, deff = TRUE)
      if (coef(m) <= 0 || coef(m) >= 1) next
      for (method in c("logit", "xlogit", "asin", "beta", "mean", "likelihood")) {
        # A part of a post-stratified design keeps all its rows in R, and "beta" counts them as answers.
        if (name == "post" && (method == "likelihood" || method == "beta" && part != "all")) next
        ci <- if (method == "likelihood") likelihood(f, d, k) else attr(svyciprop(f, d, method = method), "ci")
        add(name, "proportion", column, part, method, d, m, ci, k, deff(m))
      }
      add(name, "proportion", column, part, "wilson", d, m, wilson(m, sum(weights(d) != 0), k), k, deff(m))
    }
  }
}
# Quantiles, to see what our library's are worth.
q <- rbind(
  expand.grid(kind = "t", p = c(.75, .95, .975, .995), a = c(1, 2, 3, 10, 29, 100, 500, 1024, 5000, 190000, 1e6), b = NA),
  expand.grid(kind = "normal", p = c(.0001, .025, .6, .95, .975, .9995), a = NA, b = NA),
  expand.grid(kind = "beta", p = c(.005, .025, .95, .975), a = c(.5, 1, 3, 33.3, 512, 5000, 190000),
    b = c(.5, 1, 3, 33.3, 512, 5000, 190000)))
q$value <- mapply(function(kind, p, a, b) switch(as.character(kind), t = qt(p, a), normal = qnorm(p), beta = qbeta(p, a, b)),
  q$kind, q$p, q$a, q$b)
q$value <- sprintf("%.17g", q$value)
write.csv(q, "quantiles.csv", row.names = FALSE, quote = FALSE, na = "")
write.csv(do.call(rbind, rows), "reference.csv", row.names = FALSE, quote = FALSE, fileEncoding = "UTF-8")
