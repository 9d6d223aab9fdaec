package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.BodyDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseEscalated;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseReopened;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemDisclosed;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemsConsulted;
import io.github.xinyi.governance.casework.CaseworkEvent.LocalStepTaken;
import io.github.xinyi.governance.casework.CaseworkEvent.SpendingNamed;
import io.github.xinyi.governance.casework.CaseworkEvent.SpendingReturned;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkProgressed;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.PersonalNumber;
import io.github.xinyi.governance.ruling.Finding;
import java.util.ArrayList;
import java.util.List;

/** Whether the texts and digests of an event have their forms, and a store can keep it. */
final class CaseworkForms {

    private static final EventCodec CODEC =
            EventCodec.of(CaseworkEvent.class).with(CaseworkChanges.all());

    private CaseworkForms() {}

    /** No public text of the event names anybody of the record. */
    static List<Finding> of(CaseworkEvent event, RecordNames names) {
        List<Finding> found = new ArrayList<>();
        found.add(CODEC.storable(event));
        List<String> shown = publicTexts(event);
        List<String> texts = new ArrayList<>(shown);
        texts.addAll(privateTexts(event));
        if (!texts.isEmpty()) {
            found.add(
                    CaseworkRule.TEXT.check(
                            texts.stream().allMatch(t -> PublicText.isName(t, Casework.MAX_TEXT)),
                            "limit",
                            Casework.MAX_TEXT));
        }
        if (!shown.isEmpty()) {
            found.add(
                    CaseworkRule.PUBLIC_TEXT.check(
                            shown.stream()
                                    .noneMatch(
                                            text ->
                                                    PersonalNumber.isShownIn(text)
                                                            || names.areShownIn(text)),
                            "texts",
                            shown.size()));
        }
        List<String> digests = digests(event);
        if (!digests.isEmpty()) {
            found.add(
                    CaseworkRule.DIGEST.check(
                            digests.size() <= Casework.MAX_PHOTOS
                                    && digests.stream().allMatch(d -> d.matches("[0-9a-f]{64}")),
                            "count",
                            digests.size(),
                            "limit",
                            Casework.MAX_PHOTOS));
        }
        return found;
    }

    /** What people write for everybody to read; a number or digest that others made is none. */
    static List<String> publicTexts(CaseworkEvent event) {
        if (event instanceof CaseOpened opened) {
            return List.of(opened.title());
        }
        if (event instanceof ItemsConsulted consulted) {
            return consulted.items();
        }
        if (event instanceof ItemDisclosed disclosed) {
            return List.of(disclosed.item(), disclosed.place());
        }
        if (event instanceof BodyDecided decided) {
            return List.of(decided.body());
        }
        if (event instanceof WorkProgressed progress) {
            return List.of(progress.report());
        }
        if (event instanceof SpendingNamed named) {
            return List.of(named.payment().disbursement());
        }
        if (event instanceof SpendingReturned back) {
            return List.of(back.returned().reference());
        }
        return event instanceof CaseEscalated escalated ? List.of(escalated.body()) : List.of();
    }

    /** An empty note of a visit is no text. */
    private static List<String> privateTexts(CaseworkEvent event) {
        if (event instanceof UnitVisited visited) {
            return visited.note().isEmpty() ? List.of() : List.of(visited.note());
        }
        if (event instanceof CaseEscalated escalated) {
            return List.of(escalated.reason());
        }
        return event instanceof CaseReopened reopened ? List.of(reopened.reason()) : List.of();
    }

    private static List<String> digests(CaseworkEvent event) {
        if (event instanceof ItemsConsulted consulted) {
            return List.of(consulted.minutesDigest());
        }
        if (event instanceof BodyDecided decided) {
            return List.of(decided.minutesDigest());
        }
        if (event instanceof LocalStepTaken taken) {
            return List.of(taken.paperDigest());
        }
        return event instanceof WorkProgressed progress ? progress.photos() : List.of();
    }
}
