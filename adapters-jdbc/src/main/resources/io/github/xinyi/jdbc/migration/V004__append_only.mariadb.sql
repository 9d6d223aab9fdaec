-- What stands here is corrected by a reversing entry, never by hand.

CREATE TRIGGER IF NOT EXISTS ${prefix}entry_no_update
    BEFORE UPDATE ON ${prefix}entry FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}entry refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}entry_no_delete
    BEFORE DELETE ON ${prefix}entry FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}entry refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}posting_no_update
    BEFORE UPDATE ON ${prefix}posting FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}posting refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}posting_no_delete
    BEFORE DELETE ON ${prefix}posting FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}posting refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}batch_no_update
    BEFORE UPDATE ON ${prefix}batch FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}batch refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}batch_no_delete
    BEFORE DELETE ON ${prefix}batch FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}batch refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}batch_total_no_update
    BEFORE UPDATE ON ${prefix}batch_total FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}batch_total refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}batch_total_no_delete
    BEFORE DELETE ON ${prefix}batch_total FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}batch_total refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}node_no_update
    BEFORE UPDATE ON ${prefix}node FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}node refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}node_no_delete
    BEFORE DELETE ON ${prefix}node FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}node refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}checkpoint_no_update
    BEFORE UPDATE ON ${prefix}checkpoint FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}checkpoint refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}checkpoint_no_delete
    BEFORE DELETE ON ${prefix}checkpoint FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}checkpoint refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}contract_no_update
    BEFORE UPDATE ON ${prefix}contract FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}contract refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}contract_no_delete
    BEFORE DELETE ON ${prefix}contract FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}contract refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}contract_key_no_update
    BEFORE UPDATE ON ${prefix}contract_key FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}contract_key refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}contract_key_no_delete
    BEFORE DELETE ON ${prefix}contract_key FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}contract_key refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}budget_no_update
    BEFORE UPDATE ON ${prefix}budget FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}budget refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}budget_no_delete
    BEFORE DELETE ON ${prefix}budget FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}budget refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}budget_line_no_update
    BEFORE UPDATE ON ${prefix}budget_line FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}budget_line refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}budget_line_no_delete
    BEFORE DELETE ON ${prefix}budget_line FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}budget_line refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}voucher_no_update
    BEFORE UPDATE ON ${prefix}voucher FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}voucher refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}voucher_no_delete
    BEFORE DELETE ON ${prefix}voucher FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}voucher refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}approval_no_update
    BEFORE UPDATE ON ${prefix}approval FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}approval refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}approval_no_delete
    BEFORE DELETE ON ${prefix}approval FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}approval refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_no_update
    BEFORE UPDATE ON ${prefix}roster FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}roster refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_no_delete
    BEFORE DELETE ON ${prefix}roster FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}roster refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_unit_no_update
    BEFORE UPDATE ON ${prefix}roster_unit FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}roster_unit refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_unit_no_delete
    BEFORE DELETE ON ${prefix}roster_unit FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}roster_unit refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_owner_no_update
    BEFORE UPDATE ON ${prefix}roster_owner FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}roster_owner refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_owner_no_delete
    BEFORE DELETE ON ${prefix}roster_owner FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}roster_owner refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_area_no_update
    BEFORE UPDATE ON ${prefix}roster_area FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}roster_area refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_area_no_delete
    BEFORE DELETE ON ${prefix}roster_area FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}roster_area refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_underwriting_no_update
    BEFORE UPDATE ON ${prefix}roster_underwriting FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}roster_underwriting refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_underwriting_no_delete
    BEFORE DELETE ON ${prefix}roster_underwriting FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}roster_underwriting refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_guardianship_no_update
    BEFORE UPDATE ON ${prefix}roster_guardianship FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}roster_guardianship refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_guardianship_no_delete
    BEFORE DELETE ON ${prefix}roster_guardianship FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}roster_guardianship refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_deceased_no_update
    BEFORE UPDATE ON ${prefix}roster_deceased FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}roster_deceased refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}roster_deceased_no_delete
    BEFORE DELETE ON ${prefix}roster_deceased FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}roster_deceased refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}meeting_no_update
    BEFORE UPDATE ON ${prefix}meeting FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}meeting refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}meeting_no_delete
    BEFORE DELETE ON ${prefix}meeting FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}meeting refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}motion_no_update
    BEFORE UPDATE ON ${prefix}motion FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}motion refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}motion_no_delete
    BEFORE DELETE ON ${prefix}motion FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}motion refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}motion_document_no_update
    BEFORE UPDATE ON ${prefix}motion_document FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}motion_document refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}motion_document_no_delete
    BEFORE DELETE ON ${prefix}motion_document FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}motion_document refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_no_update
    BEFORE UPDATE ON ${prefix}ballot FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}ballot refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_no_delete
    BEFORE DELETE ON ${prefix}ballot FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}ballot refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_authority_no_update
    BEFORE UPDATE ON ${prefix}ballot_authority FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}ballot_authority refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_authority_no_delete
    BEFORE DELETE ON ${prefix}ballot_authority FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}ballot_authority refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_opinion_no_update
    BEFORE UPDATE ON ${prefix}ballot_opinion FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}ballot_opinion refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_opinion_no_delete
    BEFORE DELETE ON ${prefix}ballot_opinion FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}ballot_opinion refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_choice_no_update
    BEFORE UPDATE ON ${prefix}ballot_choice FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}ballot_choice refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}ballot_choice_no_delete
    BEFORE DELETE ON ${prefix}ballot_choice FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}ballot_choice refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}meeting_result_no_update
    BEFORE UPDATE ON ${prefix}meeting_result FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}meeting_result refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}meeting_result_no_delete
    BEFORE DELETE ON ${prefix}meeting_result FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}meeting_result refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}book_no_delete
    BEFORE DELETE ON ${prefix}book FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}book refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}disbursement_no_delete
    BEFORE DELETE ON ${prefix}disbursement FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}disbursement refused: it is append-only';
