package io.github.xinyi.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes no larger body than a limit, whatever its length is said to be. Thread-safe.
 *
 * <p>Of a body that is refused for its length, twice the limit is read and thrown away: a caller
 * who still sends while the connection is closed would not get to see why.
 */
final class BodyLimit implements ContainerRequestFilter {

    private static final int CHUNK = 8_192;

    private final int most;

    BodyLimit(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("bodies of at most " + most + " bytes");
        }
        this.most = most;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (request.getLength() > most) {
            throwAway(request.getEntityStream(), 2L * most);
            request.abortWith(Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE).build());
        } else if (request.hasEntity()) {
            request.setEntityStream(new Bounded(request.getEntityStream(), most));
        }
    }

    private static void throwAway(InputStream body, long atMost) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = atMost;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = body.read(chunk, 0, (int) Math.min(CHUNK, left));
        }
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, int most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long read) {
            left -= read;
            if (left < 0) {
                throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
        }
    }
}
