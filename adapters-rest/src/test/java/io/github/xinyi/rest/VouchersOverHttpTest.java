package io.github.xinyi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.rest.published.BankTransfer;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.rest.published.DocumentSource;
import io.github.xinyi.rest.published.ServiceReport;
import io.github.xinyi.rest.published.VoucherFile;
import io.github.xinyi.rest.published.VoucherFile.Format;
import io.github.xinyi.trust.merkle.Hash;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A voucher is served as what it is, whatever the host says of it. */
class VouchersOverHttpTest {

    /** A host that has one file, and says of what format it is. */
    private record OneFile(Format said) implements DocumentSource {

        @Override
        public Optional<ServiceReport> report(String number) {
            return Optional.empty();
        }

        @Override
        public Optional<VoucherFile> voucher(Hash sha256) {
            return Optional.of(VoucherFile.of(said, SampleVillage.INVOICE.toByteArray()));
        }

        @Override
        public Optional<BankTransfer> transfer(String disbursement) {
            return Optional.empty();
        }
    }

    private static HttpResponse<String> voucher(Format said) {
        SampleVillage village = new SampleVillage();
        CommunityDirectory directory =
                CommunityDirectory.of(
                        List.of(village.published(Optional.empty(), new OneFile(said))));
        try (RunningServer server = new RunningServer(directory)) {
            return server.get(
                    "/api/communities/liuyuan/vouchers/" + SampleVillage.INVOICE_HASH.toHex());
        }
    }

    @Test
    void aFileOfTheFormatThatItIsSaidToBeIsServed() {
        HttpResponse<String> served = voucher(Format.SVG);

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type")).contains("image/svg+xml");
    }

    @Test
    void aFileOfAnotherFormatIsNotServed() {
        HttpResponse<String> refused = voucher(Format.PDF);

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).doesNotContain("<svg");
    }
}
