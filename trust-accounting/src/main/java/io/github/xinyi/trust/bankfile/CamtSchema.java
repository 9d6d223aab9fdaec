package io.github.xinyi.trust.bankfile;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.trust.reconciliation.BankRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which elements a camt.053 may have, in which order and how often, of the parts that are read;
 * what lies below an element without a type here is not looked into.
 *
 * <p>Source: ISO 20022, camt.053.001.02 and camt.053.001.08.
 */
final class CamtSchema {

    private static final String PREFIX = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";

    private static final String COMMON =
            """
            AccountId = IBAN:Text | Othr:Other
            Other = Id:Text SchmeNm? Issr?
            BalanceType = CdOrPrtry:Code SubTp?
            Code = Cd:Text | Prtry:Text
            Day = Dt:Text | DtTm:Text
            TransactionCode = Domn?:Domain Prtry?:Proprietary
            Domain = Cd:Text Fmly:Family
            Family = Cd:Text SubFmlyCd:Text
            Proprietary = Cd:Text Issr?:Text
            Document = BkToCstmrStmt:Message
            Details = Btch? TxDtls*:Transaction
            Remittance = Ustrd*:Text Strd*
            """;

    private static final String V02 =
            """
            Message = GrpHdr:Header Stmt+:Statement
            Header = MsgId CreDtTm MsgRcpt? MsgPgntn? AddtlInf?
            Statement = Id ElctrncSeqNb? LglSeqNb? CreDtTm FrToDt? CpyDplctInd? RptgSrc? \
            Acct:Account RltdAcct? Intrst* Bal+:Balance TxsSummry? Ntry*:Entry AddtlStmtInf?
            Account = Id:AccountId Tp? Ccy? Nm? Ownr? Svcr?
            Balance = Tp:BalanceType CdtLine? Amt:Text CdtDbtInd:Text Dt:Day Avlbty*
            Entry = NtryRef?:Text Amt:Text CdtDbtInd:Text RvslInd?:Text Sts:Text BookgDt?:Day ValDt?:Day AcctSvcrRef?:Text \
            Avlbty* BkTxCd:TransactionCode ComssnWvrInd? AddtlInfInd? AmtDtls? Chrgs* \
            TechInptChanl? Intrst* NtryDtls*:Details AddtlNtryInf?
            Transaction = Refs?:References AmtDtls? Avlbty* BkTxCd?:TransactionCode Chrgs* Intrst* \
            RltdPties?:Parties RltdAgts? Purp? RltdRmtInf* RmtInf?:Remittance RltdDts? RltdPric? \
            RltdQties* FinInstrmId? Tax? RtrInf? CorpActn? SfkpgAcct? AddtlTxInf?
            References = MsgId? AcctSvcrRef? PmtInfId? InstrId? EndToEndId? TxId? MndtId? ChqNb? \
            ClrSysRef? Prtry?
            Parties = InitgPty? Dbtr?:Party DbtrAcct? UltmtDbtr? Cdtr?:Party CdtrAcct? UltmtCdtr? \
            TradgPty? Prtry*
            Party = Nm?:Text PstlAdr? Id? CtryOfRes? CtctDtls?
            """;

    private static final String V08 =
            """
            Message = GrpHdr:Header Stmt+:Statement SplmtryData*
            Header = MsgId CreDtTm MsgRcpt? MsgPgntn? OrgnlBizQry? AddtlInf?
            Statement = Id StmtPgntn? ElctrncSeqNb? RptgSeq? LglSeqNb? CreDtTm? FrToDt? \
            CpyDplctInd? RptgSrc? Acct:Account RltdAcct? Intrst* Bal+:Balance TxsSummry? \
            Ntry*:Entry AddtlStmtInf?
            Account = Id:AccountId Tp? Ccy? Nm? Prxy? Ownr? Svcr?
            Balance = Tp:BalanceType CdtLine* Amt:Text CdtDbtInd:Text Dt:Day Avlbty*
            Entry = NtryRef?:Text Amt:Text CdtDbtInd:Text RvslInd?:Text Sts:Code BookgDt?:Day ValDt?:Day AcctSvcrRef?:Text \
            Avlbty* BkTxCd:TransactionCode ComssnWvrInd? AddtlInfInd? AmtDtls? Chrgs? \
            TechInptChanl? Intrst? CardTx? NtryDtls*:Details AddtlNtryInf?
            Transaction = Refs?:References Amt? CdtDbtInd? AmtDtls? Avlbty* \
            BkTxCd?:TransactionCode Chrgs? Intrst? RltdPties?:Parties RltdAgts? LclInstrm? Purp? \
            RltdRmtInf* RmtInf?:Remittance RltdDts? RltdPric? RltdQties* FinInstrmId? Tax? RtrInf? \
            CorpActn? SfkpgAcct? CshDpst* CardTx? AddtlTxInf? SplmtryData*
            References = MsgId? AcctSvcrRef? PmtInfId? InstrId? EndToEndId? UETR? TxId? MndtId? \
            ChqNb? ClrSysRef? AcctOwnrTxId? AcctSvcrTxId? MktInfrstrctrTxId? PrcgId? Prtry*
            Parties = InitgPty? Dbtr?:PartyChoice DbtrAcct? UltmtDbtr? Cdtr?:PartyChoice CdtrAcct? \
            UltmtCdtr? TradgPty? Prtry*
            PartyChoice = Pty:Party | Agt
            Party = Nm?:Text PstlAdr? Id? CtryOfRes? CtctDtls?
            """;

    private static final Map<String, CamtSchema> BY_NAMESPACE =
            Map.of(
                    PREFIX + "02", new CamtSchema(COMMON + V02),
                    PREFIX + "08", new CamtSchema(COMMON + V08));

    /** A child: its name, how often it may come, and the type of its content, empty for any. */
    private record Child(String name, boolean needed, boolean many, String type) {

        static Child parse(String text) {
            String[] parts = text.split(":", -1);
            String name = parts[0].replaceAll("[?*+]", "");
            String often = parts[0].substring(name.length());
            return new Child(
                    name,
                    often.isEmpty() || often.equals("+"),
                    often.equals("*") || often.equals("+"),
                    parts.length > 1 ? parts[1] : "");
        }
    }

    /** The children of a type: all in order, or one of them. */
    private record Content(boolean choice, List<Child> children) {}

    private final Map<String, Content> types = new HashMap<>();

    private CamtSchema(String text) {
        types.put("Text", new Content(false, List.of()));
        for (String line : text.lines().toList()) {
            String[] sides = line.split(" = ", 2);
            boolean choice = sides[1].contains(" | ");
            List<Child> children = new ArrayList<>();
            for (String child : sides[1].split(choice ? " \\| " : " +", -1)) {
                children.add(Child.parse(child));
            }
            types.put(sides[0], new Content(choice, List.copyOf(children)));
        }
    }

    /** The versions that are known, for example {@code 02, 08}. */
    static String versions() {
        return String.join(
                ", ",
                BY_NAMESPACE.keySet().stream()
                        .map(n -> n.substring(PREFIX.length()))
                        .sorted()
                        .toList());
    }

    static Optional<CamtSchema> of(XmlElement root) {
        return root.name().equals("Document")
                ? Optional.ofNullable(BY_NAMESPACE.get(root.namespace()))
                : Optional.empty();
    }

    /** Every place at which a file departs from the schema. */
    List<Finding> faults(XmlElement root) {
        List<Finding> faults = new ArrayList<>();
        check(root, "Document", root.namespace(), faults);
        return faults;
    }

    private void check(XmlElement element, String type, String namespace, List<Finding> faults) {
        Content content = types.get(type);
        if (content == null) {
            throw new IllegalStateException("no type " + type);
        }
        List<XmlElement> children = element.children();
        int next = 0;
        for (Child child : content.children()) {
            int count = 0;
            while (next < children.size()
                    && children.get(next).name().equals(child.name())
                    && children.get(next).namespace().equals(namespace)
                    && (count == 0 || child.many())) {
                XmlElement found = children.get(next);
                if (!child.type().isEmpty()) {
                    check(found, child.type(), namespace, faults);
                }
                next++;
                count++;
            }
            if (count == 0 && child.needed() && !content.choice()) {
                faults.add(fault(element, child.name()));
            }
        }
        boolean oneOfChoice = !content.choice() || next == 1;
        if (next < children.size()) {
            faults.add(fault(children.get(next), ""));
        } else if (!oneOfChoice) {
            faults.add(fault(element, content.children().get(0).name()));
        }
    }

    private static Finding fault(XmlElement element, String missing) {
        return Faults.of(
                BankRule.CAMT_STRUCTURE,
                "line",
                element.line(),
                "element",
                element.name(),
                "missing",
                missing.isEmpty() ? "-" : missing);
    }
}
