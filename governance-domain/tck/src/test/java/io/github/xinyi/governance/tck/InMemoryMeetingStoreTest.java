package io.github.xinyi.governance.tck;

import io.github.xinyi.governance.voting.MeetingStore;

class InMemoryMeetingStoreTest extends MeetingStoreContract {

    @Override
    protected MeetingStore newStore() {
        return new InMemoryMeetingStore();
    }
}
