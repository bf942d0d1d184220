-- Residents find their compound as they type it: by pinyin and initials too.
CREATE OR REPLACE VIEW organisations.published_place AS
  SELECT id, kind, code, name, parent_id, in_built_up_area, valid_from, ended_on, pinyin, initials FROM organisations.place;
