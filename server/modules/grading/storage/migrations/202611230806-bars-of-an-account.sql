-- The bars of one account. A function and not the view, for the rights of every list ask it: its plan, with all that may bind
-- somebody, is made once for a connection and not with every statement.
CREATE FUNCTION grading.published_bars_of(account uuid)
  RETURNS TABLE (round_id uuid, subject_id uuid, project_id uuid, of_firm boolean)
  LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN QUERY SELECT bar.round_id, bar.subject_id, bar.project_id, bar.of_firm FROM grading.bar bar WHERE bar.account_id = account;
END $$;
