-- What stands here is corrected by a reversing entry, never by hand.

CREATE TRIGGER IF NOT EXISTS ${prefix}entry_append_only
    BEFORE UPDATE, DELETE ON ${prefix}entry FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}posting_append_only
    BEFORE UPDATE, DELETE ON ${prefix}posting FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}batch_append_only
    BEFORE UPDATE, DELETE ON ${prefix}batch FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}batch_total_append_only
    BEFORE UPDATE, DELETE ON ${prefix}batch_total FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}node_append_only
    BEFORE UPDATE, DELETE ON ${prefix}node FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}checkpoint_append_only
    BEFORE UPDATE, DELETE ON ${prefix}checkpoint FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}contract_append_only
    BEFORE UPDATE, DELETE ON ${prefix}contract FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}contract_key_append_only
    BEFORE UPDATE, DELETE ON ${prefix}contract_key FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}budget_append_only
    BEFORE UPDATE, DELETE ON ${prefix}budget FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}budget_line_append_only
    BEFORE UPDATE, DELETE ON ${prefix}budget_line FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}voucher_append_only
    BEFORE UPDATE, DELETE ON ${prefix}voucher FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}approval_append_only
    BEFORE UPDATE, DELETE ON ${prefix}approval FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_append_only
    BEFORE UPDATE, DELETE ON ${prefix}roster FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_unit_append_only
    BEFORE UPDATE, DELETE ON ${prefix}roster_unit FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_owner_append_only
    BEFORE UPDATE, DELETE ON ${prefix}roster_owner FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_area_append_only
    BEFORE UPDATE, DELETE ON ${prefix}roster_area FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_underwriting_append_only
    BEFORE UPDATE, DELETE ON ${prefix}roster_underwriting FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_guardianship_append_only
    BEFORE UPDATE, DELETE ON ${prefix}roster_guardianship FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_deceased_append_only
    BEFORE UPDATE, DELETE ON ${prefix}roster_deceased FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}meeting_append_only
    BEFORE UPDATE, DELETE ON ${prefix}meeting FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}motion_append_only
    BEFORE UPDATE, DELETE ON ${prefix}motion FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}motion_document_append_only
    BEFORE UPDATE, DELETE ON ${prefix}motion_document FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_append_only
    BEFORE UPDATE, DELETE ON ${prefix}ballot FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_authority_append_only
    BEFORE UPDATE, DELETE ON ${prefix}ballot_authority FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_opinion_append_only
    BEFORE UPDATE, DELETE ON ${prefix}ballot_opinion FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_choice_append_only
    BEFORE UPDATE, DELETE ON ${prefix}ballot_choice FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}meeting_result_append_only
    BEFORE UPDATE, DELETE ON ${prefix}meeting_result FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';


CREATE TRIGGER IF NOT EXISTS ${prefix}book_append_only
    BEFORE DELETE ON ${prefix}book FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}disbursement_append_only
    BEFORE DELETE ON ${prefix}disbursement FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';
