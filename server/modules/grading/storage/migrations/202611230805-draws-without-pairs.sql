-- A draw keeps no pair that must not meet: it is made over the seats' areas, which are public, and what was given otherwise than
-- drawn stands beside it.
UPDATE grading.draw d SET result = jsonb_build_object(
    'subjects', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', x->>'code', 'name', x->>'name', 'district', coalesce(s.district_name, ''))
        ORDER BY x->>'code'), '[]') FROM jsonb_array_elements(d.result::jsonb->'subjects') x
      LEFT JOIN evaluation.published_subject s ON s.round_id = d.round_id AND s.kind = 'compound' AND s.code = x->>'code'),
    'areas', (SELECT coalesce(jsonb_agg(jsonb_build_object('seat', label, 'districts', to_jsonb(districts)) ORDER BY label), '[]')
      FROM grading.seat WHERE round_id = d.round_id),
    'seconds', d.result::jsonb->'seconds', 'assignments', d.result::jsonb->'assignments', 'given', d.result::jsonb->'assignments')::json
  WHERE d.result::jsonb ? 'skips';
