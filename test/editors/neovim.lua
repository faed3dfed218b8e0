-- Drives Neovim's own client: diagnostics, a completed label, a fix. Prints what it saw as JSON; any error ends it with 1.
local seen = {}

local function wait(what, check)
  if not vim.wait(10000, check, 20) then
    error('no ' .. what)
  end
end

local function ask(client, method, params)
  local answer = client.request_sync(method, params, 10000, 0)
  return answer and answer.result or error('no answer to ' .. method)
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.REPORT))
  seen.filetype = vim.bo.filetype
  wait('client', function() return next(vim.lsp.buf_get_clients(0)) ~= nil end)
  local _, client = next(vim.lsp.buf_get_clients(0))
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  local found = vim.diagnostic.get(0)
  seen.diagnostics = vim.tbl_map(function(each) return { line = each.lnum, code = each.code, message = each.message } end, found)

  local here = { textDocument = vim.lsp.util.make_text_document_params() }
  local text = vim.api.nvim_buf_get_lines(0, found[1].lnum, found[1].lnum + 1, false)[1]
  local place = { line = found[1].lnum, character = select(2, vim.str_utfindex(text, found[1].col)) }
  local hover = ask(client, 'textDocument/hover', vim.tbl_extend('error', here, { position = place }))
  seen.hover = hover.contents.value

  local context = { diagnostics = { found[1].user_data.lsp } }
  local range = { start = place, ['end'] = place }
  context.diagnostics[1] = vim.tbl_extend('force', { range = range, message = found[1].message }, context.diagnostics[1])
  local actions = ask(client, 'textDocument/codeAction', vim.tbl_extend('error', here, { range = range, context = context }))
  seen.actions = vim.tbl_map(function(each) return each.title end, actions)
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  seen.fixed = vim.api.nvim_buf_get_lines(0, found[1].lnum, found[1].lnum + 1, false)[1]
  wait('mended report', function() return #vim.diagnostic.get(0) == 0 end)

  -- A row is taken out and its label completed again from its first characters, as Ctrl-X Ctrl-O does.
  local at = vim.fn.search('^| 复议后起诉')
  vim.api.nvim_buf_set_lines(0, at - 1, at, false, { '| 复议后' })
  vim.api.nvim_win_set_cursor(0, { at, #'| 复议后' })
  local start = vim.fn.eval("v:lua.vim.lsp.omnifunc(1, '')")
  seen.omni = start
  local position = { line = at - 1, character = 5 }
  local list = ask(client, 'textDocument/completion', vim.tbl_extend('error', here, { position = position }))
  local items = list.items or list
  seen.completion = vim.tbl_map(function(each) return each.label end, items)
  local item = items[1]
  vim.lsp.util.apply_text_edits({ item.textEdit }, vim.api.nvim_get_current_buf(), client.offset_encoding)
  seen.completed = vim.api.nvim_buf_get_lines(0, at - 1, at, false)[1]

  if vim.lsp.semantic_tokens then
    wait('colours', function()
      local tokens = vim.lsp.semantic_tokens.get_at_pos(0, at - 2, 4)
      return tokens and #tokens > 0
    end)
    local token = vim.lsp.semantic_tokens.get_at_pos(0, at - 2, 4)[1]
    seen.token = { type = token.type, modifiers = vim.tbl_keys(token.modifiers) }
  end
end

local ok, message = pcall(run)
seen.error = not ok and message or nil
seen.version = vim.fn.matchstr(vim.fn.execute('version'), [[NVIM v\zs[0-9.]*]])
io.stdout:write(vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen), '\n')
vim.cmd(ok and 'qall!' or 'cquit!')
