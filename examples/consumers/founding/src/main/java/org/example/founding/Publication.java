package org.example.founding;

import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.rest.published.BankStatus;
import io.github.xinyi.rest.published.BankTransfer;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.rest.published.DocumentSource;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.rest.published.PublishedMeeting;
import io.github.xinyi.rest.published.ServiceReport;
import io.github.xinyi.rest.published.VoucherFile;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.disclosure.Ed25519Keys;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.merkle.Hash;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** What a host shows the public of its community. */
public final class Publication implements DocumentSource {

    private final Founding founding;
    private final JdbcStores stores;
    private final TransparencyLog log;

    public Publication(Founding founding, JdbcStores stores) throws NoSuchAlgorithmException {
        this.founding = founding;
        this.stores = stores;
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var signer =
                NoteSigner.of(
                        "example.org/anheyuan",
                        keys.getPrivate(),
                        Ed25519Keys.toRaw(keys.getPublic()));
        log =
                new TransparencyLog(
                        Founding.COMMUNITY, stores.books(), stores.checkpoints(), signer);
    }

    /** The book, over stores of its own transactions or of the caller's. */
    public Book book(BookStore books) {
        var chart = ChartOfAccounts.standard().with(founding.budget().accounts());
        return new Book(Founding.COMMUNITY, chart, books);
    }

    public TransparencyLog log() {
        return log;
    }

    public CommunityDirectory directory() {
        return CommunityDirectory.of(
                List.of(
                        new PublishedCommunity(
                                Founding.COMMUNITY,
                                "安和苑",
                                "示例物业",
                                book(stores.books()),
                                log,
                                stores.checkpoints(),
                                stores.disbursements(),
                                founding.contract(),
                                founding.budget(),
                                List.of(PublishedMeeting.of("2024年第一次业主大会会议", founding.tally())),
                                this,
                                BankStatus.none())));
    }

    @Override
    public Optional<ServiceReport> report(String number) {
        return Optional.empty();
    }

    @Override
    public Optional<VoucherFile> voucher(Hash sha256) {
        return Optional.empty();
    }

    @Override
    public Optional<BankTransfer> transfer(String disbursement) {
        return Optional.empty();
    }
}
