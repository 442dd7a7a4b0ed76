-- wrk: every request is a ballot. FACEOFF_DEFINITION: the poll's; FACEOFF_POLL: its id; FACEOFF_VOTERS: 0 for a
-- new voter each time, else so many voters per thread who vote again and again with a rising rev.
local definition = os.getenv("FACEOFF_DEFINITION")
local poll = os.getenv("FACEOFF_POLL")
local voters = tonumber(os.getenv("FACEOFF_VOTERS") or "0")
local a, b = os.getenv("FACEOFF_A"), os.getenv("FACEOFF_B")
local salt = os.getenv("FACEOFF_SALT") or "x"
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("me", threads)
end

local count = 0
local calls = { "ship", "skip" }
local head = "POST /votes/" .. poll .. " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"

function request()
  count = count + 1
  local voter = voters > 0 and (count * 7919) % voters or count
  local rev = voters > 0 and math.floor(count / voters) + 1 or 1
  -- 43 base64url characters; the last one carries two unused bits, which "A" leaves zero.
  local key = string.format("%s%02d%039dA", salt, me, voter)
  local body = '{"faceoff":1,"key":"' .. key .. '","rev":' .. rev .. ',"definition":"' .. definition ..
    '","calls":[{"contender":"' .. a .. '","call":"' .. calls[count % 2 + 1] .. '"},{"contender":"' .. b ..
    '","call":"' .. calls[math.floor(count / 2) % 2 + 1] .. '"}]}'
  return head .. "Content-Length: " .. #body .. "\r\n\r\n" .. body
end
