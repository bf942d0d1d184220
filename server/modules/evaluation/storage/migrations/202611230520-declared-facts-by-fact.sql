-- Lists of recorded facts are narrowed by fact and year, the newest first.
CREATE INDEX declared_fact_by_fact ON evaluation.declared_fact (fact, year, id);
