-- Commands and the record of what was done belong to a tenant: the school of the transaction, or its district where it
-- is the district's own. A district's id is no school's, so that nobody sees the other's rows.

CREATE FUNCTION qingfu.tenant() RETURNS uuid LANGUAGE sql STABLE
  RETURN coalesce(qingfu.school(), qingfu.district());

DO $$
DECLARE name text; fence text := 'tenant_id = qingfu.tenant()';
BEGIN
  FOREACH name IN ARRAY ARRAY['idempotency', 'audit'] LOOP
    EXECUTE format('ALTER TABLE %I RENAME COLUMN school_id TO tenant_id', name);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN tenant_id SET DEFAULT qingfu.tenant()', name);
    EXECUTE format('COMMENT ON TABLE %I IS %L', name, 'tenant');
    EXECUTE format('DROP POLICY own_school ON %I', name);
    EXECUTE format('CREATE POLICY own_tenant ON %I TO %I USING (%s) WITH CHECK (%s)', name, qingfu.service(), fence, fence);
  END LOOP;
END $$;
