package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.contract.ContractStore;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.SignedDraws;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.CredentialId;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.trusteeship.Agreement;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The contract, budget, book and payments of the sample community, wired by hand. */
final class TrustOffice {

    private final SampleCommunity community;
    private final TrustContract contract;
    private final AdoptedBudget budget;
    private final Trusteeship trusteeship;
    private final Book book;
    private final Disbursements disbursements;
    private final Remuneration remuneration;
    private final Secrets secrets;

    private TrustOffice(
            SampleCommunity community,
            TrustContract contract,
            AdoptedBudget budget,
            Trusteeship trusteeship,
            DisbursementStore payments,
            Secrets secrets) {
        this.community = community;
        this.contract = contract;
        this.budget = budget;
        this.trusteeship = trusteeship;
        this.book = trusteeship.book();
        this.disbursements = new Disbursements(trusteeship, List.of(), payments);
        this.remuneration =
                new Remuneration(trusteeship, new SignedDraws(community.id(), payments));
        this.secrets = secrets;
    }

    /** The terms that are voted on, with the keys of those who will sign. */
    static ContractTerms terms(SampleCommunity community, SampleImport files, Secrets secrets) {
        return community.terms(register(files.keyHolders(), secrets));
    }

    /** Stores the terms and the budget; again the same changes nothing. */
    static void store(
            ContractTerms terms, SampleImport files, ContractStore contracts, BudgetStore budgets) {
        contracts.save(terms);
        budgets.save(files.budget());
    }

    /** Adopts contract and budget by what the owners resolved, and opens the book. */
    static TrustOffice open(
            SampleCommunity community,
            Decisions decisions,
            ContractStore contracts,
            BudgetStore budgets,
            BookStore books,
            EventStore events,
            DisbursementStore payments,
            Secrets secrets) {
        String contractId = community.contract().path("id").asText();
        ContractTerms terms = contracts.find(community.id(), contractId).orElseThrow();
        TrustContract contract =
                Refused.orThrow(
                        TrustContract.adopt(
                                terms, decisions.resolution(SampleCommunity.CONTRACT_MOTION)));
        AdoptedBudget budget =
                Refused.orThrow(
                        budgets.find(community.id(), SampleCommunity.YEAR)
                                .orElseThrow()
                                .adopt(decisions.resolution(SampleCommunity.BUDGET_MOTION)));
        ChartOfAccounts chart =
                ChartOfAccounts.standard().with(PublicIncome.accounts()).with(budget.accounts());
        Instant adopted = community.meeting().closesAt();
        Trusteeship trusteeship =
                Refused.orThrow(
                        Trusteeship.open(
                                Agreement.of(contract, community.clauses()),
                                new Book(community.id(), chart, books),
                                events,
                                io.github.xinyi.trust.trusteeship.Decisions.none(),
                                adopted));
        Refused.orThrow(trusteeship.openYear(budget, community.budgetPolicy(), adopted));
        return new TrustOffice(community, contract, budget, trusteeship, payments, secrets);
    }

    /** Credentials are shown in public, so they are named by side and number, never by person. */
    private static KeyRegister register(List<KeyHolderSheet.KeyHolder> holders, Secrets secrets) {
        Map<KeySide, Integer> numbers = new EnumMap<>(KeySide.class);
        List<Credential> credentials = new ArrayList<>();
        for (KeyHolderSheet.KeyHolder holder : holders) {
            int number = numbers.merge(holder.side(), 1, Integer::sum);
            String name = holder.side().name().replace('_', '-') + "-" + number;
            credentials.add(credential(new CredentialId(name), holder, secrets));
        }
        return new KeyRegister(credentials);
    }

    private static Credential credential(
            CredentialId id, KeyHolderSheet.KeyHolder holder, Secrets secrets) {
        return Credential.of(
                        id,
                        holder.person(),
                        holder.side(),
                        secrets.approvalKey(holder.person().value()).getPublic(),
                        holder.fromInclusive().atStartOfDay(SampleCommunity.ZONE).toInstant())
                .revokedAt(
                        holder.toInclusive()
                                .plusDays(1)
                                .atStartOfDay(SampleCommunity.ZONE)
                                .toInstant());
    }

    private CredentialId credentialOf(PersonId person) {
        return contract.terms().keys().credentials().stream()
                .filter(credential -> credential.holder().equals(person))
                .map(Credential::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(person + " holds no key"));
    }

    /** A person's signature over an order, made with the demo's key of that person. */
    Approval signs(PersonId person, OutflowOrder order, Instant at) {
        KeyPair key = secrets.approvalKey(person.value());
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key.getPrivate());
            ed25519.update(order.digest().toByteArray());
            return Approval.of(credentialOf(person), ed25519.sign(), at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** Removes the demo's approval keys: from then on nobody can sign in anybody's name. */
    void destroyDemoKeys() {
        List<Credential> all = contract.terms().keys().credentials();
        all.forEach(c -> secrets.destroyApprovalKey(c.holder().value()));
    }

    Salt salt(EntryId entry) {
        return secrets.salt(entry);
    }

    SampleCommunity community() {
        return community;
    }

    TrustContract contract() {
        return contract;
    }

    Trusteeship trusteeship() {
        return trusteeship;
    }

    AdoptedBudget budget() {
        return budget;
    }

    Book book() {
        return book;
    }

    Remuneration remuneration() {
        return remuneration;
    }

    Disbursements disbursements() {
        return disbursements;
    }
}
