package io.github.xinyi.governance.region;

import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.region.ProfileHead.Texts;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Profiles for the tests of what is made from them. */
public final class Profiles {

    private static final RegionId SOMEWHERE = RegionId.of("SOMEWHERE");

    private Profiles() {}

    /** A profile that is shipped, as its texts stood when they were collected. */
    public static RegionProfile of(String region) {
        return ok(ProfileCatalog.shipped().on(RegionId.of(region), RegionProfile.TEXTS_OF));
    }

    /** The nation's profile with one clause of a host laid over it, as {@code key,value}. */
    public static RegionProfile with(String clause) {
        ProfileHead head =
                new ProfileHead(SOMEWHERE, RegionProfile.NATIONAL, "某市", "Some", Texts.READ);
        return ok(
                ProfileCatalog.shipped()
                        .with(
                                head,
                                file("id,title_zh,title_en,version\nXX,某市条例,Some,2024-01-01\n"),
                                file(
                                        "key,value,instrument,article,paragraph,standing,from,to\n"
                                                + clause
                                                + ",XX,1,1,TEXT_READ,2024-01-01,\n"))
                        .then(catalog -> catalog.on(SOMEWHERE, RegionProfile.TEXTS_OF)));
    }

    /** How many of the findings are notices of a profile. */
    public static long notices(List<Finding> findings) {
        return findings.stream().filter(RegionNotice.class::isInstance).count();
    }

    private static SheetFile file(String text) {
        return SheetFile.utf8("some.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T ok(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }
}
