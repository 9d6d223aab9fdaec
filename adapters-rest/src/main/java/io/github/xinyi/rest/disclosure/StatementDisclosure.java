package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.rest.answer.StatementLines;
import io.github.xinyi.rest.answer.StatementList;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.AnnualReport;
import io.github.xinyi.trust.statement.BalanceSheet;
import io.github.xinyi.trust.statement.CollectionStatement;
import io.github.xinyi.trust.statement.IncomeAndExpense;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.PublicIncomeStatement;
import io.github.xinyi.trust.statement.RemunerationStatement;
import io.github.xinyi.trust.statement.Statement;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementKind;
import io.github.xinyi.trust.statement.StatementView;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a community as everybody may see them ({@link StatementView#PUBLIC}): whatever
 * they say of households is what the batches have published. Thread-safe.
 *
 * <p>The firm's remuneration and its yearly report need the course of the contract, so that they
 * are there only where the host does the community's payments; a hand-over is stated when it is
 * made, and not here.
 *
 * @since 0.1.0
 */
public final class StatementDisclosure {

    private static final List<StatementKind> OFFERED =
            List.of(
                    StatementKind.INCOME_AND_EXPENSE,
                    StatementKind.BALANCE_SHEET,
                    StatementKind.COLLECTION,
                    StatementKind.PUBLIC_INCOME,
                    StatementKind.REMUNERATION,
                    StatementKind.ANNUAL_REPORT);

    private final Communities communities;
    private final Function<CommunityId, Optional<Trusteeship>> trusts;
    private final Extracts extracts = new Extracts();

    /**
     * The statements of these communities.
     *
     * @param communities shared with the other disclosures
     * @param trusts under which trust a community's money is kept; empty if it is not known here
     */
    public StatementDisclosure(
            Communities communities, Function<CommunityId, Optional<Trusteeship>> trusts) {
        this.communities = communities;
        this.trusts = trusts;
    }

    /**
     * What is asked for.
     *
     * @param statement for example {@code balance-sheet}
     * @param period a year such as {@code 2025}, or a month such as {@code 2025-06}; the yearly
     *     report is of a year
     * @param at as it was known at a moment of RFC 3339; now if null
     * @param form the media type in which it is told
     */
    public record Query(
            String statement, @Nullable String period, @Nullable String at, String form) {}

    /**
     * Which statements there are.
     *
     * @param community its id
     * @param language of names
     * @return the name of each
     */
    public Reply<StatementList> list(String community, Language language) {
        return communities.in(
                community,
                found -> {
                    List<StatementList.Item> items =
                            OFFERED.stream()
                                    .filter(kind -> !isOfTrust(kind) || trust(found).isPresent())
                                    .map(
                                            kind ->
                                                    new StatementList.Item(
                                                            name(kind), name(kind, language)))
                                    .toList();
                    return Reply.of(
                            Version.of("statements", language, items),
                            () -> new StatementList(items));
                });
    }

    /**
     * One statement.
     *
     * @param community its id
     * @param query which, for when and in which form
     * @param language of names, by which the version differs too
     * @return the statement; the yearly report is refused before its year is closed in the book
     */
    public Reply<Statement> one(String community, Query query, Language language) {
        Optional<StatementKind> kind =
                OFFERED.stream().filter(known -> name(known).equals(query.statement())).findFirst();
        if (kind.isEmpty()) {
            return Reply.missing();
        }
        Parameters parameters = new Parameters();
        Optional<Parameters.Period> period =
                kind.get() == StatementKind.ANNUAL_REPORT
                        ? parameters.year(query.period())
                        : parameters.period(query.period());
        Optional<Instant> at = parameters.moment(query.at());
        return parameters.then(
                () ->
                        communities.in(
                                community,
                                found ->
                                        one(
                                                found,
                                                kind.get(),
                                                basis(found, period.orElseThrow(), at),
                                                List.of(query.form(), language))));
    }

    private static StatementBasis basis(
            PublishedCommunity community, Parameters.Period period, Optional<Instant> at) {
        Book book = community.book();
        long size =
                book.read(
                        reader ->
                                at.map(then -> StatementBasis.logSizeAt(reader, then))
                                        .orElseGet(() -> reader.frontier().size()));
        return new StatementBasis(
                community.id(),
                period.fromInclusive(),
                period.toInclusive(),
                size,
                StatementView.PUBLIC);
    }

    private Reply<Statement> one(
            PublishedCommunity community,
            StatementKind kind,
            StatementBasis basis,
            List<Object> form) {
        Optional<LedgerExtract> extract = extracts.of(community.book(), basis);
        if (extract.isEmpty()) {
            return new Reply.Busy<>();
        }
        return switch (kind) {
            case INCOME_AND_EXPENSE -> found(IncomeAndExpense.of(extract.get()), form);
            case BALANCE_SHEET -> found(BalanceSheet.of(extract.get()), form);
            case COLLECTION -> found(CollectionStatement.of(extract.get()), form);
            case PUBLIC_INCOME -> found(PublicIncomeStatement.of(extract.get()), form);
            case REMUNERATION, ANNUAL_REPORT ->
                    trust(community)
                            .map(trust -> ofTrust(community, trust, kind, extract.get(), form))
                            .orElseGet(Reply::missing);
            case HAND_OVER -> Reply.missing();
        };
    }

    /** The report is held against the budget that is published, so that it is of its year alone. */
    private static Reply<Statement> ofTrust(
            PublishedCommunity community,
            Trusteeship trust,
            StatementKind kind,
            LedgerExtract extract,
            List<Object> form) {
        ContractLife life = trust.life();
        Money deducted = trust.remuneration().deducted(extract.basis().toInclusive());
        if (kind == StatementKind.REMUNERATION) {
            return found(RemunerationStatement.of(extract, life, deducted), form);
        }
        if (community.budget().content().year() != extract.basis().toInclusive().getYear()) {
            return Reply.missing();
        }
        Outcome<AnnualReport> report = AnnualReport.of(extract, community.budget(), life, deducted);
        return report.fold(made -> found(made, form), Reply.Refused::new);
    }

    /** Names, numbers and the records behind them are all in what a statement says of itself. */
    private static Reply<Statement> found(Statement statement, List<Object> form) {
        return Reply.of(
                Version.of(
                        "statement",
                        form,
                        statement.kind(),
                        statement.basis(),
                        statement.lines(),
                        statement.notes()),
                () -> statement);
    }

    private Optional<Trusteeship> trust(PublishedCommunity community) {
        return trusts.apply(community.id());
    }

    private static boolean isOfTrust(StatementKind kind) {
        return kind == StatementKind.REMUNERATION || kind == StatementKind.ANNUAL_REPORT;
    }

    /**
     * The name by which a statement is asked for.
     *
     * @param kind which
     * @return for example {@code balance-sheet}
     */
    public static String name(StatementKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(StatementKind kind, Language language) {
        return in(language, kind.nameZh(), kind.nameEn());
    }

    private static String in(Language language, String zh, String en) {
        return switch (language) {
            case ZH_CN -> zh;
            case EN -> en;
        };
    }

    /**
     * A statement as an answer.
     *
     * @param statement the statement
     * @param language of names
     * @return its lines, each with how many records stand behind it
     */
    public static StatementLines lines(Statement statement, Language language) {
        StatementBasis basis = statement.basis();
        return new StatementLines(
                name(statement.kind()),
                name(statement.kind(), language),
                basis.fromInclusive().toString(),
                basis.toInclusive().toString(),
                basis.logSize(),
                Book.CURRENCY.getCurrencyCode(),
                statement.lines().stream()
                        .map(
                                line ->
                                        new StatementLines.Line(
                                                line.code(),
                                                in(language, line.nameZh(), line.nameEn()),
                                                line.amount().minor(),
                                                line.figure().parts().size(),
                                                line.relation().name()))
                        .toList(),
                statement.notes().stream()
                        .map(
                                note ->
                                        new StatementLines.Note(
                                                note.code(),
                                                in(language, note.nameZh(), note.nameEn()),
                                                note.value()))
                        .toList());
    }
}
