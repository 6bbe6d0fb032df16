package vn.dancu.bus.document.axis.vxp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.axis.AgencyForm;
import vn.dancu.bus.document.axis.AgencyRegistration;
import vn.dancu.bus.document.axis.AxisContent;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.document.axis.AxisTransport;
import vn.dancu.bus.document.axis.AxisVerb;
import vn.dancu.bus.document.axis.DocumentSpool;
import vn.dancu.bus.document.axis.SendReceipt;
import vn.dancu.bus.document.axis.call.AxisCalls;
import vn.dancu.bus.document.axis.call.AxisHttp;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.axis.Agency;
import vn.dancu.bus.message.axis.ReceivedItem;
import vn.dancu.bus.message.axis.SentStatus;
import vn.dancu.bus.message.axis.SynchronizedUnit;

/** The axis over VXP. */
public final class VxpTransport implements AxisTransport {

    /** What the kit calls itself. */
    public static final String USER_AGENT = "JAVASDKAgent/1.0.0 XRoad/VPCP";

    private static final Logger LOGGER = LoggerFactory.getLogger(VxpTransport.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERVICE = "eDoc";
    // The kit sends the folder into which it will write; a server may want the header.
    private static final String NO_FOLDER = ".";

    private final VxpCalls wire;
    private final AxisCalls calls;
    private final long maxDocument;
    private final boolean download;

    public VxpTransport(Account account, AxisHttp http, AxisCalls calls, java.time.Clock clock) {
        this.wire = new VxpCalls(account, http, new SignedHeaders(account.credentials(), clock));
        this.calls = calls;
        this.maxDocument = account.maxDocument().toBytes();
        this.download = account.download();
    }

    @Override
    public List<ReceivedItem> received(AxisMessageType type) {
        AxisVerb verb = type == AxisMessageType.EDOC ? AxisVerb.RECEIVED : AxisVerb.RECEIVED_STATUS;
        return calls.run(verb, () -> {
            List<ReceivedItem> items = new ArrayList<>();
            VxpRequest request = typed(VxpRequest.form("getReceivedEdocList"), type);
            list(request, ReceivedItem::of, item -> item.number() != null, items::add);
            return items;
        });
    }

    @Override
    public InputStream get(String docId) {
        return calls.run(AxisVerb.GET, () -> download ? wire.bytes(named("downloadEdoc", docId)) : decoded(docId));
    }

    private InputStream decoded(String docId) {
        VxpRequest request = VxpRequest.object("getEdoc").with("docId", docId).with("filePath", NO_FOLDER);
        try {
            DocumentSpool document = new DocumentSpool(maxDocument);
            try {
                VxpAnswer answer = wire.answer(request, node -> {}, document);
                if (!answer.text()) {
                    throw VxpCalls.unreadable(request, "data with the document", null);
                }
                return document.openLast();
            } catch (BusException e) {
                document.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    @Override
    public SendReceipt send(AxisContent content, String from, List<String> to, AxisMessageType type) {
        return calls.run(AxisVerb.SEND, () -> {
            VxpRequest request = typed(VxpRequest.document("sendEdoc", content), type)
                    .with("from", from)
                    .with("to", to.isEmpty() ? null : json(to))
                    .with("hash-file", SignedHeaders.fileHash(content.sha256()));
            VxpAnswer answer = plain(request);
            String docId = answer.docId();
            if (docId == null || docId.isBlank()) {
                throw VxpCalls.unreadable(request, "DocId with the number of the message", null);
            }
            return new SendReceipt(docId);
        });
    }

    @Override
    public void updateStatus(String docId, AxisProgress progress, @Nullable String description) {
        calls.run(
                AxisVerb.UPDATE_STATUS,
                () -> plain(VxpRequest.object("updateStatus")
                        .with("docId", docId)
                        .with("status", progress.word())
                        .with("description", description)));
    }

    @Override
    public List<SentStatus> sent(AxisMessageType type, @Nullable String docId) {
        return calls.run(AxisVerb.SENT, () -> {
            List<SentStatus> sent = new ArrayList<>();
            VxpRequest request = typed(VxpRequest.form("getSentEdocList"), type).with("docId", docId);
            list(request, SentStatus::of, status -> true, sent::add);
            return sent;
        });
    }

    @Override
    public int count(AxisMessageType type) {
        return calls.run(AxisVerb.COUNT, () -> {
            VxpRequest request = typed(
                    VxpRequest.object(type == AxisMessageType.EDOC ? "countReceiveEdoc" : "countReceiveStatus"), type);
            Long count = plain(request).count();
            if (count == null || count < 0 || count > Integer.MAX_VALUE) {
                throw VxpCalls.unreadable(request, "a count", null);
            }
            return count.intValue();
        });
    }

    @Override
    public void agencies(AgencyForm form, Consumer<Agency> each) {
        calls.run(AxisVerb.AGENCIES, () -> {
            list(
                    VxpRequest.form(form == AgencyForm.QD20 ? "getAgenciesListQD20" : "getAgenciesList"),
                    Agency::of,
                    agency -> true,
                    each);
            return form;
        });
    }

    @Override
    public void synchronizedUnits(Consumer<SynchronizedUnit> each) {
        calls.run(AxisVerb.UNITS, () -> {
            list(VxpRequest.form("getSynchronizeUnit"), SynchronizedUnit::of, unit -> true, each);
            return each;
        });
    }

    @Override
    public void register(AgencyRegistration agency) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("id", orEmpty(agency.id()));
        body.put("pcode", orEmpty(agency.parentCode()));
        body.put("code", agency.code());
        body.put("name", agency.name());
        body.put("mail", orEmpty(agency.mail()));
        body.put("mobile", orEmpty(agency.mobile()));
        body.put("fax", orEmpty(agency.fax()));
        calls.run(AxisVerb.REGISTER, () -> plain(VxpRequest.json("registerAgency", json(body))));
    }

    @Override
    public void delete(String agencyCode) {
        calls.run(AxisVerb.DELETE, () -> plain(VxpRequest.object("deleteAgency").with("AgencyCode", agencyCode)));
    }

    private VxpAnswer plain(VxpRequest request) {
        return wire.answer(request, node -> {}, OutputStream.nullOutputStream());
    }

    /**
     * Gives the records of a list to their taker. One that cannot be used does not hide the others; where none of several can,
     * the list is another one than was asked for.
     */
    private <T> void list(VxpRequest request, Function<Node, T> reader, Predicate<T> usable, Consumer<T> taker) {
        Tally tally = new Tally();
        VxpAnswer answer =
                wire.answer(request, node -> tally.take(node, reader, usable, taker), OutputStream.nullOutputStream());
        if (!answer.listed()) {
            throw VxpCalls.unreadable(request, "data with a list", null);
        }
        if (tally.taken == 0 && tally.left > 0) {
            throw VxpCalls.unreadable(request, "records with a number or a code", null);
        }
        if (tally.left > 0) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.VERB, request.path())
                    .addKeyValue(LogKeys.COUNT, tally.left)
                    .log("Records of a list of the axis cannot be used");
        }
    }

    private static final class Tally {
        private int taken;
        private int left;

        <T> void take(Node node, Function<Node, T> reader, Predicate<T> usable, Consumer<T> taker) {
            T item;
            try {
                item = reader.apply(node);
            } catch (BusException e) {
                left++;
                return;
            }
            if (usable.test(item)) {
                taken++;
                taker.accept(item);
            } else {
                left++;
            }
        }
    }

    private static VxpRequest typed(VxpRequest request, AxisMessageType type) {
        return request.with("servicetype", SERVICE).with("messagetype", type.word());
    }

    private static VxpRequest named(String path, String docId) {
        return VxpRequest.get(path).with("docId", docId);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are JSON", e);
        }
    }
}
