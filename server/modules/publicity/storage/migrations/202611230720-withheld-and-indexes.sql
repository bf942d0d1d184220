-- Who has the fewest open appeals is asked at every assignment; a subject's appeals by every list of results.
CREATE INDEX appeal_by_assignee ON publicity.appeal (assignee_id) WHERE state = 'open';
CREATE INDEX appeal_by_subject ON publicity.appeal (subject_id);

-- What was published before tells nothing of withheld rows either: neither how many lack data, nor why one was corrected.
UPDATE publicity.result r SET missing_rows = counted.n
  FROM (SELECT s.publication_id, s.subject_id, count(x.indicator) AS n FROM publicity.result s
    LEFT JOIN publicity.result_row x ON x.publication_id = s.publication_id AND x.subject_id = s.subject_id
      AND NOT x.withheld AND x.state = 'missing'
    WHERE s.missing_rows > 0 GROUP BY s.publication_id, s.subject_id) counted
  WHERE r.publication_id = counted.publication_id AND r.subject_id = counted.subject_id AND r.missing_rows <> counted.n;
UPDATE publicity.publication p SET note = '更正 ' || c.number || '：' || s.name || coalesce(
    (SELECT '（' || string_agg(x.indicator, '、' ORDER BY x.indicator) || '）' FROM publicity.correction_row x
      JOIN publicity.result_row shown ON shown.publication_id = p.id AND shown.subject_id = x.subject_id
        AND shown.indicator = x.indicator AND NOT shown.withheld
      WHERE x.correction_id = c.id), '')
  FROM publicity.correction c JOIN evaluation.published_subject s ON s.id = c.subject_id
  WHERE c.publication_after = p.id;
