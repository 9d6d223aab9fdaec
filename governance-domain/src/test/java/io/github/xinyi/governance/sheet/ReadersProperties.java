package io.github.xinyi.governance.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.checkin.CheckInSheet;
import io.github.xinyi.governance.cobuilding.ConsultationSheet;
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.published.AnnouncementSheet;
import io.github.xinyi.governance.region.ProfileCatalog;
import io.github.xinyi.governance.region.ProfileHead;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.team.HouseholdBounds;
import io.github.xinyi.governance.team.TeamPattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a table, its reader answers, and a sound table is accepted. */
class ReadersProperties {

    private static final List<String> NASTY =
            List.of(
                    "",
                    " ",
                    "\u3000",
                    "0",
                    "-1",
                    "1",
                    "2",
                    "31",
                    "999999",
                    "9999999999",
                    "1/0",
                    "2/1",
                    "≥2/1",
                    "≥",
                    ">",
                    "≥1/1",
                    "≥0/1",
                    "100%",
                    "1.5",
                    "9999-12-31",
                    "0001-01-01",
                    "2024-02-30",
                    "A",
                    "a b",
                    "甲",
                    "；",
                    "a;a",
                    ";",
                    "已解决",
                    "x".repeat(300),
                    "9".repeat(400));

    /** A sound table and what reads it. */
    private record Reader(String name, String table, Function<SheetFile, Outcome<?>> read) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String MEETINGS = "会议编号,会议日期,社区,议题\nM1,2024-01-02,c1,x\n";
    private static final String MATTERS = "事项编号,会议编号,事项,状态,解决日期\nA1,M1,x,已解决,2024-02-01\n";

    private static final CommunityId HONGGU = CommunityId.of("HONGGU");

    private static final List<Reader> READERS =
            List.of(
                    shipped(CaseworkTerms.class, "terms.csv", CaseworkTerms::read),
                    shipped(SlaProfile.class, "sla.csv", SlaProfile::read),
                    shipped(HouseholdBounds.class, "households.csv", HouseholdBounds::read),
                    shipped(TeamPattern.class, "liaison.csv", f -> TeamPattern.read("x", f)),
                    shipped(
                            PatternSheet.class,
                            "five-deliberations.csv",
                            f -> PatternSheet.read("x", f)),
                    shipped(
                            ConferencePatternSheet.class,
                            "shandong.csv",
                            ConferencePatternSheet::read),
                    shipped(
                            ProfileCatalog.class,
                            "taizhou.csv",
                            f -> profile("instruments.csv", f)),
                    new Reader(
                            "instruments",
                            "id,title_zh,title_en,version\nTZ,某市条例,Some,2024-01-01\n",
                            f ->
                                    profile(
                                            f,
                                            file(
                                                    "key,value,instrument,article,paragraph,standing,from,to\n"))),
                    new Reader(
                            "members", "党员编号,报到日期,社区\nP1,2024-01-02,c1\n", CheckInSheet::members),
                    new Reader(
                            "teams",
                            "队伍编号,队伍,社区,成立日期\nT1,志愿队,c1,2024-01-02\n",
                            file -> CheckInSheet.teams(HONGGU, file)),
                    new Reader(
                            "items",
                            """
                            事项编号,类型,小区编号,队伍编号,登记日期,办结日期,状态
                            I1,助老,c1,T1,2024-01-02,2024-02-01,已解决
                            """,
                            file -> CheckInSheet.items(HONGGU, file)),
                    new Reader(
                            "meetings",
                            MEETINGS,
                            f -> ConsultationSheet.read(f, file("事项编号,会议编号,事项,状态,解决日期\n"))),
                    new Reader("matters", MATTERS, f -> ConsultationSheet.read(file(MEETINGS), f)),
                    new Reader(
                            "announcements",
                            "事项,通知日期,表决日期,比例基数,总面积,参与面积,同意面积,反对面积,弃权面积,"
                                    + "总人数,参与人数,同意人数,反对人数,弃权人数\n"
                                    + "1,2022-03,2022,全体,300,200,150,,,30,20,15,,\n",
                            AnnouncementSheet::read));

    @Property(tries = 2_000)
    void everyReaderAnswersAndNoneThrows(@ForAll("readers") Reader reader, @ForAll Random random) {
        List<String> lines = new ArrayList<>(reader.table().lines().toList());
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(lines, random);
        }

        Outcome<?> outcome = reader.read().apply(file(String.join("\n", lines) + "\n"));

        assertThat(outcome.isAccepted() || changes > 0).as("a sound table is accepted").isTrue();
    }

    @Provide
    Arbitrary<Reader> readers() {
        return Arbitraries.of(READERS);
    }

    private static void change(List<String> lines, Random random) {
        int line = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> lines.add(lines.get(line));
            case 1 -> lines.addAll(Collections.nCopies(300, lines.get(line)));
            case 2 -> lines.subList(1, lines.size()).clear();
            default -> {
                List<String> cells = new ArrayList<>(Arrays.asList(lines.get(line).split(",", -1)));
                cells.set(random.nextInt(cells.size()), NASTY.get(random.nextInt(NASTY.size())));
                lines.set(line, String.join(",", cells));
            }
        }
    }

    private static Reader shipped(
            Class<?> beside, String name, Function<SheetFile, Outcome<?>> read) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new Reader(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome<?> profile(String instruments, SheetFile clauses) {
        return profile(
                file(shipped(ProfileCatalog.class, instruments, f -> Outcome.accepted(f)).table()),
                clauses);
    }

    private static Outcome<?> profile(SheetFile instruments, SheetFile clauses) {
        ProfileHead head =
                new ProfileHead(
                        RegionId.of("SOME"),
                        RegionProfile.NATIONAL,
                        "某市",
                        "Some",
                        ProfileHead.Texts.READ);
        return ProfileCatalog.shipped().with(head, instruments, clauses);
    }

    private static SheetFile file(String text) {
        return SheetFile.utf8("t.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
