-- The X-Road doors have a service type, the one over REST a status as the REST door has; nothing else of the view has changed.
create or replace view audit.operational as
select floor(extract(epoch from e.occurred_at))::bigint                     as monitoring_data_ts,
       null::text                                                           as security_server_internal_ip,
       'Producer'                                                           as security_server_type,
       floor(extract(epoch from t.received) * 1000)::bigint                 as request_in_ts,
       floor(extract(epoch from t.received) * 1000 + (d ->> 'registerAskedMicros')::bigint / 1000.0)::bigint
                                                                            as request_out_ts,
       floor(extract(epoch from t.received) * 1000 + (d ->> 'registerAnsweredMicros')::bigint / 1000.0)::bigint
                                                                            as response_in_ts,
       floor(extract(epoch from (d ->> 'answeredAt')::timestamptz) * 1000)::bigint
                                                                            as response_out_ts,
       case when e.partner is not null then 'VN' end                        as client_xroad_instance,
       case when e.partner is not null then 'GOV' end                       as client_member_class,
       null::text                                                           as client_member_code,
       e.partner                                                            as client_subsystem_code,
       null::text                                                           as service_xroad_instance,
       null::text                                                           as service_member_class,
       null::text                                                           as service_member_code,
       null::text                                                           as service_subsystem_code,
       e.service                                                            as service_code,
       d ->> 'method'                                                       as rest_method,
       d ->> 'path'                                                         as rest_path,
       null::text                                                           as service_version,
       substring(d ->> 'representedParty' from '^([^/]*)/')                 as represented_party_class,
       regexp_replace(d ->> 'representedParty', '^[^/]*/', '')              as represented_party_code,
       d ->> 'messageId'                                                    as message_id,
       e.officer                                                            as message_user_id,
       d ->> 'issue'                                                        as message_issue,
       'v1'                                                                 as message_protocol_version,
       d ->> 'clientAddress'                                                as client_security_server_address,
       null::text                                                           as service_security_server_address,
       (d ->> 'bytesIn')::bigint                                            as request_size,
       null::bigint                                                         as request_mime_size,
       0                                                                    as request_attachment_count,
       (d ->> 'bytesOut')::bigint                                           as response_size,
       null::bigint                                                         as response_mime_size,
       0                                                                    as response_attachment_count,
       e.kind = 'ANSWER'                                                    as succeeded,
       case d ->> 'door'
            when 'soap' then 'WSDL'
            when 'rest' then 'OPENAPI3'
            when 'xroad' then 'WSDL'
            when 'xroad-rest' then 'OPENAPI3'
            when 'adapter' then 'REST'
            when 'document' then 'EDXML'
            when 'me' then 'OPENAPI3'
            when 'sms' then 'SMS'
            else 'QUEUE' end
                                                                            as service_type,
       case when e.kind = 'REFUSAL' then e.result end                       as fault_code,
       d ->> 'fault'                                                        as fault_string,
       case when d ->> 'door' in ('rest', 'me', 'xroad-rest') then coalesce((d ->> 'status')::integer, case when e.kind = 'ANSWER' then 200 end)
       end                                                                  as status_code,
       null::text                                                           as xroad_version,
       e.id                                                                 as event_id,
       d ->> 'door'                                                         as door,
       e.result                                                             as result,
       d ->> 'procedure'                                                    as procedure,
       d ->> 'purpose'                                                      as purpose,
       (d ->> 'policyVersion')::bigint                                      as policy_version,
       d ->> 'policyHash'                                                   as policy_hash,
       translate(d ->> 'releasedFields', '[]",', '')                        as released_fields,
       translate(d ->> 'withheldFields', '[]",', '')                        as withheld_fields,
       e.occurred_at
from audit.event e,
     lateral (select e.event::jsonb -> 'data' as d) as parsed,
     lateral (select (d ->> 'receivedAt')::timestamptz as received) as t
where e.kind in ('ANSWER', 'REFUSAL');
