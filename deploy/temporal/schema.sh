#!/usr/bin/env bash
# Makes Temporal's two databases, or brings their schema to this version. Harmless twice.
# schema.sh SQL-TOOL HOST PORT USER   (password in SQL_PASSWORD)
set -euo pipefail
tool=$1 host=$2 port=$3 user=$4
for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%%:*} schema=${pair##*:}
  run=("$tool" --plugin postgres12 --ep "$host" -p "$port" -u "$user" --db "$database")
  "${run[@]}" create-database || true
  "${run[@]}" setup-schema -v 0.0 2>/dev/null || true
  "${run[@]}" update-schema --schema-name "postgresql/v12/$schema"
done
