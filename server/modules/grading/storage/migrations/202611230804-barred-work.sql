-- Work that stands by the hand of somebody who is bound to what it is about: a tie declared, or a post that appeared, afterwards.
-- (Only a committee's own firm bars its members.)
CREATE VIEW grading.barred_work AS
  WITH hand AS NOT MATERIALIZED (
    SELECT task.id AS task_id, seat.account_id FROM grading.task task JOIN grading.seat seat ON seat.id = task.seat_id
    UNION
    SELECT id, taken_by FROM grading.task WHERE taken_by IS NOT NULL
    UNION
    SELECT task_id, graded_by FROM grading.grade WHERE set_aside_at IS NULL)
  SELECT DISTINCT task.id AS task_id, hand.account_id, task.round_id, task.subject_id
  FROM hand JOIN grading.task task ON task.id = hand.task_id
  JOIN grading.bar bar ON bar.account_id = hand.account_id AND bar.subject_id = task.subject_id
  WHERE (bar.project_id IS NULL OR bar.project_id = task.project_id) AND (task.grader <> '业委会' OR bar.of_firm);

-- What was done about it where the result was out already: nothing is changed silently, so somebody says what.
CREATE TABLE grading.conflict_settled (
  task_id uuid NOT NULL REFERENCES grading.task,
  account_id uuid NOT NULL REFERENCES access.actor,
  note text NOT NULL,
  settled_by uuid NOT NULL REFERENCES access.actor,
  settled_at timestamptz NOT NULL,
  PRIMARY KEY (task_id, account_id)
);

CREATE VIEW grading.late_conflict AS
  SELECT DISTINCT work.task_id AS id, work.round_id, work.subject_id, s.place_id
  FROM grading.barred_work work
  JOIN evaluation.published_round round ON round.id = work.round_id AND round.state IN ('publicity', 'appeals', 'final')
  JOIN evaluation.published_subject s ON s.id = work.subject_id
  WHERE EXISTS (SELECT FROM grading.grade g WHERE g.task_id = work.task_id AND g.graded_by = work.account_id AND g.set_aside_at IS NULL)
    AND NOT EXISTS (SELECT FROM grading.conflict_settled settled
      WHERE settled.task_id = work.task_id AND settled.account_id = work.account_id);
