#!/bin/bash
# Artemis in docker-compose.yml: broker.xml from this folder, and users from the environment, anew at each start.
#   ARTEMIS_PASSWORD         of dancu-bus
#   HUB_<PARTNER>_PASSWORD   of a hub: HUB_H41_LGSP_PASSWORD for h41-lgsp, which has its block in broker.xml
# A role has the name of its user.
set -euo pipefail
folder=$(cd "$(dirname "$0")" && pwd)
cd "${ARTEMIS_INSTANCE:-/var/lib/artemis-instance}"
umask 077

if [ ! -x bin/artemis ]; then
  "${ARTEMIS_HOME:-/opt/activemq-artemis}/bin/artemis" create --silent --require-login --no-web --no-autotune \
    --user dancu-bus --password "$ARTEMIS_PASSWORD" .
fi
cp "$folder/broker.xml" etc/broker.xml

# In a properties file a backslash stands for what follows it.
user() {
  printf '%s = %s\n' "$1" "${2//\\/\\\\}" >> etc/artemis-users.properties
  printf '%s = %s\n' "$1" "$1" >> etc/artemis-roles.properties
}
: > etc/artemis-users.properties
: > etc/artemis-roles.properties
user dancu-bus "$ARTEMIS_PASSWORD"
for name in "${!HUB_@}"; do
  partner=${name#HUB_}
  partner=${partner%_PASSWORD}
  partner=${partner,,}
  user "${partner//_/-}" "${!name}"
done

exec bin/artemis run
