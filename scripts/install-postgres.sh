#!/usr/bin/env bash
# A PostgreSQL server for the tests of the register, where the machine has none (Debian, Ubuntu). Nothing is started:
# the tests start one of their own.
set -euo pipefail
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && exit 0
export DEBIAN_FRONTEND=noninteractive
sudo=$([ "$(id -u)" = 0 ] || echo sudo)
$sudo mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] ||
  echo 'create_main_cluster = false' | $sudo tee /etc/postgresql-common/createcluster.conf >/dev/null
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends postgresql
