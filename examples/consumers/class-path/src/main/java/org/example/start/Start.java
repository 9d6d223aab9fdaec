package org.example.start;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.published.AnnouncementSheet;
import io.github.xinyi.governance.published.PublishedVerdict;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.disclosure.Ed25519Keys;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.disclosure.NoteVerifier;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import org.h2.jdbcx.JdbcDataSource;

/** What a new project writes first: a verdict that explains itself, and an entry with its proof. */
public final class Start {

    private Start() {}

    public static void main(String[] args) throws Exception {
        var notice =
                """
                事项,通知日期,表决日期,比例基数,总面积,参与面积,同意面积,反对面积,弃权面积,总人数,参与人数,同意人数,反对人数,弃权人数
                4,,2022,参与,124799.30,93449.08,65.99%,,,1152,905,65.08%,,
                """;
        var file = SheetFile.utf8("notice.csv", notice.getBytes(StandardCharsets.UTF_8));
        var figures = AnnouncementSheet.read(file).orElseThrow(Start::refused).get(0);
        var verdict = PublishedVerdict.of(figures);
        System.out.println(RuleTexts.governance(Language.EN).render(verdict.ruling()));

        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:start;DB_CLOSE_DELAY=-1");
        var stores = JdbcStores.on(source).migrate();
        var community = CommunityId.of("anheyuan");
        var book = new Book(community, ChartOfAccounts.standard(), stores.books());
        var day = LocalDate.parse("2025-01-01");
        var opening = new OpeningBalance(FundClass.SERVICE_FUND, day, Money.ofFen(1_000_000));
        var salt = Salt.of(SecureRandom.getSeed(Salt.BYTES));
        var posted = book.post(opening.entry(salt), Instant.now()).orElseThrow(Start::refused);

        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var raw = Ed25519Keys.toRaw(keys.getPublic());
        var signer = NoteSigner.of("example.org/anheyuan", keys.getPrivate(), raw);
        var log = new TransparencyLog(community, stores.books(), stores.checkpoints(), signer);
        log.publish(Instant.now());
        var proof = log.prove(posted.entry().index()).orElseThrow();

        var leaf = Leaf.hashOf(posted.entry());
        var head = proof.checkpoint().head();
        var note = SignedNote.parse(proof.checkpoint().note());
        System.out.println(MerkleVerifier.verifyInclusion(leaf, proof.path(), head));
        System.out.println(NoteVerifier.parse(log.verifierKey()).verify(note));
    }

    private static IllegalStateException refused(Ruling ruling) {
        return new IllegalStateException(RuleTexts.governance(Language.EN).render(ruling));
    }
}
