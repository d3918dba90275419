import { defineConfig } from 'prisma/config'

// For Prisma's own commands on a connected machine (prisma migrate deploy, prisma studio); Startex reads none of it.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
