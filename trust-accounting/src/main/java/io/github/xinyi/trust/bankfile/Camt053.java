package io.github.xinyi.trust.bankfile;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.reconciliation.BankLine;
import io.github.xinyi.trust.reconciliation.BankLineKind;
import io.github.xinyi.trust.reconciliation.BankRule;
import io.github.xinyi.trust.reconciliation.BankStatement;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads bank statements of ISO 20022, camt.053.001.02 and camt.053.001.08; the version is the one
 * that the file's namespace names.
 *
 * <p>The file is refused whole with every fault found: an element out of place, a value of another
 * form, an entry that is not booked or has no reference of the bank, another currency than the
 * book's, an amount of a hundred billion or more, or balances that do not add up. No document type,
 * entity or outside file is read. The bank's reference is {@code AcctSvcrRef}, or {@code NtryRef}
 * where that is missing. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Camt053 {

    /** The largest file read: 64 MiB. */
    public static final int MAX_BYTES = 64 << 20;

    /** At most so many faults are listed. */
    public static final int MAX_FAULTS = 1_000;

    private static final int MAX_TEXT = 500;

    private final ZoneId zone;
    private final List<LineClass> classes;

    /**
     * A reader.
     *
     * @param zone where a date without a time begins, for example Asia/Shanghai
     * @param classes how fees, interest and returned items are recognised
     */
    public Camt053(ZoneId zone, List<LineClass> classes) {
        this.zone = zone;
        this.classes = List.copyOf(classes);
    }

    /**
     * Reads a file.
     *
     * @param file its bytes, at most {@link #MAX_BYTES}
     * @return its statements in their order, at least one; or every fault
     */
    public Outcome<List<BankStatement>> read(byte[] file) {
        return BoundedXml.read(file, MAX_BYTES).then(this::statements);
    }

    private Outcome<List<BankStatement>> statements(XmlElement root) {
        Optional<CamtSchema> schema = CamtSchema.of(root);
        if (schema.isEmpty()) {
            return refused(
                    List.of(
                            Faults.of(
                                    BankRule.CAMT_VERSION,
                                    "root",
                                    shortened(root.name()),
                                    "namespace",
                                    shortened(root.namespace()),
                                    "known",
                                    CamtSchema.versions())));
        }
        List<Finding> faults = schema.get().faults(root);
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        List<BankStatement> read = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        for (XmlElement statement : root.children().get(0).all("Stmt")) {
            new StatementReader(found)
                    .read(statement)
                    .fold(read::add, ruling -> found.addAll(ruling.notMet()));
        }
        return found.isEmpty() ? Outcome.accepted(List.copyOf(read)) : refused(found);
    }

    private static <T> Outcome<T> refused(List<Finding> faults) {
        return Outcome.refused(new Ruling(faults.subList(0, Math.min(MAX_FAULTS, faults.size()))));
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) : text;
    }

    /** Reads one statement and gathers what is wrong with it. */
    private final class StatementReader {

        private final List<Finding> faults;

        StatementReader(List<Finding> faults) {
            this.faults = faults;
        }

        Outcome<BankStatement> read(XmlElement statement) {
            List<Finding> before = List.copyOf(faults);
            Money opening = balance(statement, List.of("OPBD", "PRCD"));
            Money closing = balance(statement, List.of("CLBD"));
            List<BankLine> lines = new ArrayList<>();
            Money balance = opening;
            for (XmlElement entry : statement.all("Ntry")) {
                Money amount = signed(entry);
                balance = balance.plus(amount);
                lines.add(line(entry, amount, balance));
            }
            if (lines.size() > BankStatement.MAX_LINES) {
                fault(statement, BankRule.XML_BOUNDED);
            }
            if (faults.size() > before.size()) {
                List<Finding> own = List.copyOf(faults.subList(before.size(), faults.size()));
                faults.subList(before.size(), faults.size()).clear();
                return Outcome.refused(new Ruling(own));
            }
            return BankStatement.of(account(statement), opening, closing, lines);
        }

        private String account(XmlElement statement) {
            String iban = statement.textAt("Acct", "Id", "IBAN");
            return iban.isEmpty() ? statement.textAt("Acct", "Id", "Othr", "Id") : iban;
        }

        private Money balance(XmlElement statement, List<String> codes) {
            for (String code : codes) {
                List<XmlElement> found =
                        statement.all("Bal").stream()
                                .filter(b -> b.textAt("Tp", "CdOrPrtry", "Cd").equals(code))
                                .toList();
                if (found.size() == 1) {
                    return signed(found.get(0));
                }
                if (found.size() > 1) {
                    break;
                }
            }
            faults.add(
                    Faults.of(
                            BankRule.BALANCES_GIVEN,
                            "line",
                            statement.line(),
                            "balance",
                            codes.get(0)));
            return Money.zero(Book.CURRENCY);
        }

        private Money signed(XmlElement element) {
            Money amount = amount(element);
            String indicator = element.textAt("CdtDbtInd");
            if (!indicator.equals("CRDT") && !indicator.equals("DBIT")) {
                fault(element, BankRule.CAMT_VALUE, "CdtDbtInd");
            }
            return indicator.equals("DBIT") ? amount.negated() : amount;
        }

        private Money amount(XmlElement element) {
            XmlElement amount = element.at("Amt").orElse(element);
            String currency = amount.attributes().getOrDefault("Ccy", "");
            if (!currency.equals(Book.CURRENCY.getCurrencyCode())) {
                faults.add(
                        Faults.of(
                                BankRule.CURRENCY,
                                "line",
                                amount.line(),
                                "currency",
                                shortened(currency)));
            }
            if (!amount.text().matches("[0-9]{1,11}(\\.[0-9]{1,2}0{0,3})?")) {
                fault(element, BankRule.CAMT_VALUE, "Amt");
                return Money.zero(Book.CURRENCY);
            }
            return Money.ofFen(new BigDecimal(amount.text()).movePointRight(2).longValueExact());
        }

        private BankLine line(XmlElement entry, Money amount, Money balance) {
            String status = entry.textAt("Sts") + entry.textAt("Sts", "Cd");
            if (!status.equals("BOOK")) {
                fault(entry, BankRule.BOOKED);
            }
            if (amount.minor() == 0) {
                fault(entry, BankRule.CAMT_VALUE, "Amt");
            }
            List<XmlElement> details =
                    entry.all("NtryDtls").stream().flatMap(d -> d.all("TxDtls").stream()).toList();
            String text = text(entry, details);
            boolean returned =
                    entry.textAt("RvslInd").matches("true|1")
                            || details.stream().anyMatch(d -> d.at("RtrInf").isPresent());
            return new BankLine(
                    reference(entry),
                    booked(entry),
                    amount,
                    balance,
                    party(details, amount),
                    text,
                    returned
                            ? BankLineKind.RETURNED
                            : LineClass.of(classes, amount.minor(), code(entry), text));
        }

        private String reference(XmlElement entry) {
            String reference =
                    Stream.of(entry.textAt("AcctSvcrRef"), entry.textAt("NtryRef"))
                            .filter(r -> !r.isEmpty())
                            .findFirst()
                            .orElse("");
            if (reference.isEmpty()) {
                fault(entry, BankRule.REFERENCE_GIVEN);
            } else if (reference.length() > 35) {
                fault(entry, BankRule.CAMT_VALUE, "AcctSvcrRef");
            }
            return reference;
        }

        private Instant booked(XmlElement entry) {
            String day = entry.textAt("BookgDt", "Dt");
            String moment = entry.textAt("BookgDt", "DtTm");
            if (!(day.isEmpty() ? moment : day).matches("[0-9]{4}-.*")) {
                fault(entry, BankRule.CAMT_VALUE, "BookgDt");
                return Instant.EPOCH;
            }
            try {
                if (!day.isEmpty()) {
                    return LocalDate.parse(day).atStartOfDay(zone).toInstant();
                }
                return moment.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})")
                        ? OffsetDateTime.parse(moment).toInstant()
                        : LocalDateTime.parse(moment).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                fault(entry, BankRule.CAMT_VALUE, "BookgDt");
                return Instant.EPOCH;
            }
        }

        /** Of an entry of several transactions no party is named: there is not one. */
        private String party(List<XmlElement> details, Money amount) {
            if (details.size() != 1) {
                return "";
            }
            String side = amount.isNegative() ? "Cdtr" : "Dbtr";
            String name = details.get(0).textAt("RltdPties", side, "Nm");
            return name.isEmpty() ? details.get(0).textAt("RltdPties", side, "Pty", "Nm") : name;
        }

        private String text(XmlElement entry, List<XmlElement> details) {
            String text =
                    String.join(
                            " ",
                            Stream.concat(
                                            details.stream()
                                                    .flatMap(d -> d.at("RmtInf").stream())
                                                    .flatMap(r -> r.all("Ustrd").stream())
                                                    .map(XmlElement::text),
                                            Stream.of(entry.textAt("AddtlNtryInf")))
                                    .filter(t -> !t.isEmpty())
                                    .toList());
            return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        }

        private String code(XmlElement entry) {
            XmlElement code = entry.at("BkTxCd").orElse(entry);
            return code.at("Domn").isPresent()
                    ? code.textAt("Domn", "Cd")
                            + "/"
                            + code.textAt("Domn", "Fmly", "Cd")
                            + "/"
                            + code.textAt("Domn", "Fmly", "SubFmlyCd")
                    : code.textAt("Prtry", "Cd");
        }

        private void fault(XmlElement element, BankRule rule) {
            faults.add(Faults.of(rule, "line", element.line()));
        }

        private void fault(XmlElement element, BankRule rule, String name) {
            faults.add(Faults.of(rule, "line", element.line(), "element", name));
        }
    }
}
