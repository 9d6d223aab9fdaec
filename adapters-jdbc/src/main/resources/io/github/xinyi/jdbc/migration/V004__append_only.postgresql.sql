-- What stands here is corrected by a reversing entry, never by hand.

CREATE OR REPLACE FUNCTION ${prefix}append_only() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % refused: it is append-only', lower(TG_OP), TG_TABLE_NAME
        USING ERRCODE = '45000';
END
$$;

DROP TRIGGER IF EXISTS ${prefix}entry_append_only ON ${prefix}entry;
CREATE TRIGGER ${prefix}entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}entry FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}posting_append_only ON ${prefix}posting;
CREATE TRIGGER ${prefix}posting_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}posting FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}batch_append_only ON ${prefix}batch;
CREATE TRIGGER ${prefix}batch_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}batch FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}batch_total_append_only ON ${prefix}batch_total;
CREATE TRIGGER ${prefix}batch_total_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}batch_total FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}node_append_only ON ${prefix}node;
CREATE TRIGGER ${prefix}node_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}node FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}checkpoint_append_only ON ${prefix}checkpoint;
CREATE TRIGGER ${prefix}checkpoint_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}checkpoint FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}contract_append_only ON ${prefix}contract;
CREATE TRIGGER ${prefix}contract_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}contract FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}contract_key_append_only ON ${prefix}contract_key;
CREATE TRIGGER ${prefix}contract_key_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}contract_key FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}budget_append_only ON ${prefix}budget;
CREATE TRIGGER ${prefix}budget_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}budget FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}budget_line_append_only ON ${prefix}budget_line;
CREATE TRIGGER ${prefix}budget_line_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}budget_line FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}voucher_append_only ON ${prefix}voucher;
CREATE TRIGGER ${prefix}voucher_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}voucher FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}approval_append_only ON ${prefix}approval;
CREATE TRIGGER ${prefix}approval_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}approval FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}roster_append_only ON ${prefix}roster;
CREATE TRIGGER ${prefix}roster_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}roster FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}roster_unit_append_only ON ${prefix}roster_unit;
CREATE TRIGGER ${prefix}roster_unit_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}roster_unit FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}roster_owner_append_only ON ${prefix}roster_owner;
CREATE TRIGGER ${prefix}roster_owner_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}roster_owner FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}roster_area_append_only ON ${prefix}roster_area;
CREATE TRIGGER ${prefix}roster_area_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}roster_area FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}roster_underwriting_append_only ON ${prefix}roster_underwriting;
CREATE TRIGGER ${prefix}roster_underwriting_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}roster_underwriting FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}roster_guardianship_append_only ON ${prefix}roster_guardianship;
CREATE TRIGGER ${prefix}roster_guardianship_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}roster_guardianship FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}roster_deceased_append_only ON ${prefix}roster_deceased;
CREATE TRIGGER ${prefix}roster_deceased_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}roster_deceased FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}meeting_append_only ON ${prefix}meeting;
CREATE TRIGGER ${prefix}meeting_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}meeting FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}motion_append_only ON ${prefix}motion;
CREATE TRIGGER ${prefix}motion_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}motion FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}motion_document_append_only ON ${prefix}motion_document;
CREATE TRIGGER ${prefix}motion_document_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}motion_document FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}ballot_append_only ON ${prefix}ballot;
CREATE TRIGGER ${prefix}ballot_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}ballot FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}ballot_authority_append_only ON ${prefix}ballot_authority;
CREATE TRIGGER ${prefix}ballot_authority_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}ballot_authority FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}ballot_opinion_append_only ON ${prefix}ballot_opinion;
CREATE TRIGGER ${prefix}ballot_opinion_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}ballot_opinion FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}ballot_choice_append_only ON ${prefix}ballot_choice;
CREATE TRIGGER ${prefix}ballot_choice_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}ballot_choice FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}meeting_result_append_only ON ${prefix}meeting_result;
CREATE TRIGGER ${prefix}meeting_result_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}meeting_result FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}book_append_only ON ${prefix}book;
CREATE TRIGGER ${prefix}book_append_only
    BEFORE DELETE OR TRUNCATE ON ${prefix}book FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}disbursement_append_only ON ${prefix}disbursement;
CREATE TRIGGER ${prefix}disbursement_append_only
    BEFORE DELETE OR TRUNCATE ON ${prefix}disbursement FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();
